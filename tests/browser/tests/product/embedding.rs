//! The dialog that hands out what editors paste.

use std::fs;

use anyhow::{Context, Result};
use heistogram_browser_tests::{Browser, Chart, Key, Options, Page, Session, in_browsers};
use serde_json::json;

use crate::host::{Host, article, grown, snippet, visit, wait_live};
use crate::site::{dataset, site};

/// Opens the dialog of a chart.
async fn open(session: &Session, chart: &str) -> Result<()> {
    let chart = Chart::new(session, chart);
    chart.wait_told().await?;
    chart.click("[part=take]").await?;
    let embed = "const button = all('[part=menu] button').find(({ textContent }) => textContent === 'Embed…');
        button?.click();
        return !!button";
    chart.wait_until(embed, []).await?;
    chart.wait_until("return find('dialog textarea')?.value", []).await.map(drop)
}

async fn code(session: &Session, chart: &str) -> Result<String> {
    let code = Chart::new(session, chart).eval("return get('dialog textarea').value", []).await?;
    Ok(code.as_str().context("there is no code")?.to_owned())
}

/// Makes a choice in the dialog and waits until the code contains `part`.
async fn choose(session: &Session, chart: &str, value: &str, part: &str) -> Result<()> {
    let chart = Chart::new(session, chart);
    chart.click(&format!("dialog input[value={value}]")).await?;
    chart.wait_until("return get('dialog textarea').value.includes(arguments[0])", [part.into()]).await?;
    Ok(())
}

in_browsers!(the_code_is_ready_to_paste);
async fn the_code_is_ready_to_paste(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, ..Options::default() }).await?;
    open(&session, "proceeds").await?;
    let code = code(&session, "proceeds").await?;
    let url = site.server.url();
    assert!(code.starts_with("<figure class=\"heistogram heistogram-proceeds\""), "{code}");
    for part in [
        format!("src=\"{url}embed/proceeds.en.html\""),
        format!("src=\"{url}host.js\""),
        format!("src=\"{url}static/proceeds.en.360.light.svg\""),
        format!("href=\"{url}#proceeds\""),
        "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads\"".into(),
    ] {
        assert!(code.contains(&part), "{part} is missing: {code}");
    }
    let session = visit(browser, &Host::start(&article(&code), "")?, Options::default()).await?;
    grown(&session).await?;
    Ok(())
}

in_browsers!(choices_and_selection_travel_with_the_code);
async fn choices_and_selection_travel_with_the_code(browser: Browser) -> Result<()> {
    let site = site()?;
    let state = "group=banks&measure=usd&period=2015..2019";
    let session = site.open_view(browser, state, Options { width: 1000, ..Options::default() }).await?;
    let selected = "return !get('[part=selection]').hidden && get('[part=sentence]').textContent";
    let sentence = Chart::new(&session, "targets").wait_until(selected, []).await?;
    open(&session, "targets").await?;
    choose(&session, "targets", "dark", "data-theme=\"dark\"").await?;
    let frozen = format!("{}v/{}/", site.server.url(), dataset()?.as_of);
    choose(&session, "targets", "frozen", &frozen).await?;
    let code = code(&session, "targets").await?;
    let query = "?period=2015..2019&#38;group=banks&#38;measure=usd&#38;theme=dark\"";
    assert!(code.contains(&format!("src=\"{frozen}embed/targets.en.html{query}")), "{code}");
    assert!(code.contains(&format!("src=\"{frozen}host.js\" integrity=\"sha384-")), "{code}");
    assert!(!code.contains("<picture>") && !code.contains("srcset"), "the picture shows everything: {code}");
    assert_eq!(
        Chart::new(&session, "targets").eval("return get('dialog a').href", []).await?,
        format!("{frozen}embed/targets.en.html{}", query.replace("&#38;", "&").trim_end_matches('"'))
    );

    // Snippet and frame have the same table and sentence.
    let session = visit(browser, &Host::start(&article(&code), "")?, Options::default()).await?;
    grown(&session).await?;
    let (page, chart) = (Page::new(&session), Chart::in_frame(&session, 0));
    chart.open_table().await?;
    assert_eq!(page.rows(".heistogram-static tr").await?, chart.rows("tr").await?);
    let still = page.contents(".heistogram-static p").await?.swap_remove(2);
    assert_eq!(still, chart.content("[part=sentence]").await?);
    assert_eq!(still, sentence);
    Ok(())
}

in_browsers!(escape_closes_the_dialog_and_nothing_else);
async fn escape_closes_the_dialog_and_nothing_else(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_view(browser, "group=banks", Options { width: 1000, ..Options::default() }).await?;
    Page::new(&session).focus("#filters-title button").await?;
    open(&session, "attacks").await?;
    let chart = Chart::new(&session, "attacks");
    assert!(chart.is_focused("dialog:modal *").await?);
    session.key(Key::Escape).await?;
    chart.wait_gone("dialog").await?;
    assert_eq!(
        session.eval("return [location.hash, document.activeElement.tagName]", []).await?,
        json!(["#group=banks", "BUTTON"])
    );
    Ok(())
}

in_browsers!(what_cannot_be_copied_is_selected);
async fn what_cannot_be_copied_is_selected(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, ..Options::default() }).await?;
    open(&session, "attacks").await?;
    let copy = "const writeText = () => Promise.reject(new Error());
        Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
        get('dialog button').click();
        await new Promise((done) => setTimeout(done, 50));
        const area = get('dialog textarea');
        return [area.selectionEnd - area.selectionStart === area.value.length,
            get('dialog [role=status]').textContent.length > 10]";
    assert_eq!(Chart::new(&session, "attacks").eval_async(copy, []).await?, json!([true, true]));
    Ok(())
}

in_browsers!(keys_reach_all_of_the_dialog);
async fn keys_reach_all_of_the_dialog(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, ..Options::default() }).await?;
    open(&session, "attacks").await?;
    let chart = Chart::new(&session, "attacks");
    let there = "const { localName, name, value } = root.activeElement; return [localName, name && value]";
    for (number, stop) in ["input", "input", "input", "textarea", "button", "a", "button"].iter().enumerate() {
        if number > 0 {
            session.key(Key::Tab).await?;
        }
        let now = chart.eval(there, []).await?;
        assert_eq!(now[0], json!(stop), "stop {number}: {now}");
    }
    chart.focus("dialog input").await?;
    session.key(Key::Down).await?;
    assert_eq!(chart.eval(there, []).await?, json!(["input", "amp"]));
    Ok(())
}

/// The values of the forms that the dialog of a chart offers.
const FORMS: &str = "return all('dialog input[name=form]').map(({ value }) => value)";

in_browsers!(a_picture_comes_with_its_words);
async fn a_picture_comes_with_its_words(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, ..Options::default() }).await?;
    open(&session, "proceeds").await?;
    let chart = Chart::new(&session, "proceeds");
    // A build without `--base-url` has no oEmbed documents.
    assert_eq!(chart.eval(FORMS, []).await?, json!(["page", "amp", "picture", "alt"]));
    choose(&session, "proceeds", "picture", "<img").await?;
    choose(&session, "proceeds", "dark", ".dark.svg").await?;
    let code = code(&session, "proceeds").await?;
    let url = format!("{}static/proceeds.en.720.dark.svg", site.server.url());
    assert_eq!(chart.eval("return get('dialog a').href", []).await?, url);
    chart.click("dialog input[value=alt]").await?;
    chart.wait_until("return !get('dialog textarea').value.includes('<')", []).await?;
    let words = self::code(&session, "proceeds").await?;
    assert!(words.ends_with('.') && words.len() > 80, "{words}");
    let labels = "return [get('.code').textContent, all('dialog fieldset').map(({ disabled }) => disabled)]";
    assert_eq!(chart.eval(labels, []).await?, json!(["Alternative text", [false, true, true]]));

    // Pasted, it is that picture with those words, and the words are those of the picture in an article.
    let session = visit(browser, &Host::start(&article(&code), "")?, Options::default()).await?;
    let page = Page::new(&session);
    page.wait_until("return get('img').naturalWidth > 0", []).await?;
    let image = "const { src, alt, width, naturalWidth, naturalHeight, height } = get('img');
        return [src, alt, Math.abs(width / height - naturalWidth / naturalHeight) < 0.02]";
    assert_eq!(page.eval(image, []).await?, json!([url, words, true]));
    let session = visit(browser, &Host::start(&article(&snippet(&site, "proceeds")?), "")?, Options::default()).await?;
    assert_eq!(Page::new(&session).attribute("picture img", "alt").await?, Some(words));
    Ok(())
}

in_browsers!(what_only_the_whole_chart_has_is_not_offered_for_a_selection);
async fn what_only_the_whole_chart_has_is_not_offered_for_a_selection(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open_view(browser, "group=banks", Options { width: 1000, ..Options::default() }).await?;
    open(&session, "attacks").await?;
    let chart = Chart::new(&session, "attacks");
    assert_eq!(chart.eval(FORMS, []).await?, json!(["page", "amp"]));
    assert!(chart.contents("dialog form > p").await?.join(" ").contains("exist only without a selection"));
    choose(&session, "attacks", "amp", "<amp-iframe").await?;
    let code = code(&session, "attacks").await?;
    assert!(code.contains(&format!("src=\"{}embed/attacks.en.html?group=banks\"", site.server.url())), "{code}");
    let sentence = chart.content("[part=sentence]").await?;
    assert!(!code.contains("amp-img") && !code.contains("static/"), "the picture shows everything: {code}");
    assert!(code.contains("<p placeholder=\"\">") && code.contains(&sentence), "{sentence}: {code}");
    Ok(())
}

in_browsers!(an_address_is_offered_where_the_site_has_one);
async fn an_address_is_offered_where_the_site_has_one(browser: Browser) -> Result<()> {
    let site = site()?;
    let dialog = |name: &str| name.starts_with("embed_dialog.") && name.ends_with(".js");
    let files = fs::read_dir(site.folder.path())?.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let name = files.into_iter().find(|name| dialog(name)).context("there is no dialog")?;
    let script = fs::read_to_string(site.folder.path().join(&name))?;
    let (unknown, known) = ("base_url:\"\"", "base_url:\"https://graphics.example/\"");
    assert!(script.contains(unknown), "{script}");
    for copy in [".br", ".gz"] {
        site.remove(&format!("{name}{copy}"))?;
    }
    site.write(&name, script.replace(unknown, known))?;
    let session = site.open(browser, Options { width: 1000, ..Options::default() }).await?;
    open(&session, "attacks").await?;
    assert_eq!(
        Chart::new(&session, "attacks").eval(FORMS, []).await?,
        json!(["page", "amp", "picture", "alt", "address"])
    );
    choose(&session, "attacks", "address", "https://graphics.example/embed/attacks.en.html").await?;
    assert_eq!(code(&session, "attacks").await?, "https://graphics.example/embed/attacks.en.html");
    Ok(())
}

/// What AMP pages do with the code, by <https://github.com/ampproject/amphtml>, `extensions/amp-iframe/0.1/amp-iframe.js`:
/// the frame has the attributes of its element, a mark in its address, and the height that it asks for.
const AMP: &str = "<script>
    const element = document.querySelector('amp-iframe');
    const frame = document.createElement('iframe');
    for (const name of ['title', 'allow', 'referrerpolicy', 'sandbox']) frame.setAttribute(name, element.getAttribute(name));
    frame.src = element.getAttribute('src') + '#amp=1';
    frame.style.width = '100%';
    addEventListener('message', ({ source, data }) => {
      if (source !== frame.contentWindow || data.sentinel !== 'amp' || data.type !== 'embed-size') return;
      frame.style.height = data.height + 'px';
    });
    element.replaceWith(frame);
  </script>";

in_browsers!(amp_pages_give_a_frame_its_height);
async fn amp_pages_give_a_frame_its_height(browser: Browser) -> Result<()> {
    let site = site()?;
    let session = site.open(browser, Options { width: 1000, ..Options::default() }).await?;
    open(&session, "proceeds").await?;
    choose(&session, "proceeds", "amp", "<amp-iframe").await?;
    let code = code(&session, "proceeds").await?;
    for part in [
        format!("src=\"{}embed/proceeds.en.html\"", site.server.url()),
        format!("<amp-img src=\"{}static/proceeds.en.720.light.svg\"", site.server.url()),
        "resizable=\"\"".into(),
        "overflow=\"\"".into(),
    ] {
        assert!(code.contains(&part), "{part} is missing: {code}");
    }
    let page = article(&format!("{code}{AMP}"));
    let session = visit(browser, &Host::start(&page, "")?, Options { width: 480, ..Options::default() }).await?;
    wait_live(&session).await?;
    let inner = "return Math.ceil(document.documentElement.getBoundingClientRect().height)";
    let (page, frame) = (Page::new(&session), Page::in_frame(&session, 0));
    for width in ["100%", "300px"] {
        page.eval("get('iframe').style.width = arguments[0]", [width.into()]).await?;
        page.wait_until("return get('iframe').clientHeight > 400", []).await?;
        while page.eval("return get('iframe').clientHeight", []).await? != frame.eval(inner, []).await? {
            session.next_paint().await?;
        }
    }
    Ok(())
}
