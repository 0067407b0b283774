// On pages that frame charts: shows each frame once its chart speaks, as high as it asks for, in the colours and language
// of the article, and covers the plain part while a live frame stands in its place. Pages change in many ways, and
// others change frames: so everything is checked five times a second, and only what frames report is kept.
// A classic script: consent tools and frameworks make scripts anew as such, and hosts without headers can serve it.

(() => {
  // Each pasted chart brings this script: the first one works for all.
  const running = Symbol.for("heistogram.host");
  if (window[running]) return;
  Object.defineProperty(window, running, { value: true });

  const UPDATE_MS = 200;
  /** Heights asked for within this time belong to one change of size. */
  const MEMORY_MS = 2_000;
  /** How long a document that is new in a frame may take to report. */
  const REPLY_MS = 3_000;
  const FRAMES = '.heistogram iframe, iframe[data-theme], iframe[data-lang], iframe[src*="/embed/"]';
  const PLAIN = ".heistogram-static";

  /** The plain part under a live frame. */
  const COVERED = { height: 0, minHeight: 0, maxHeight: 0, margin: 0, padding: 0, border: 0, overflow: "hidden", opacity: 0 };
  /** What is around a live frame must not cut it off. */
  const UNCLIPPED = { height: "auto", "max-height": "none", "aspect-ratio": "auto", overflow: "visible" };
  const LIVE = { "max-height": "none", "aspect-ratio": "auto", opacity: 1, "pointer-events": "auto" };
  const FULL_WIDTH = { width: "100%", "min-width": 0, "max-width": "100%", border: 0, position: "static" };
  const NAMES = Object.keys({ ...UNCLIPPED, ...LIVE, ...FULL_WIDTH, "min-height": 0, padding: 0 });
  /** A frame that is not live, as in the code that editors paste: over the plain part, as browsers draw nothing elsewhere. */
  const WAITING = {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    height: "100%",
    border: 0,
    opacity: 0,
    "pointer-events": "none",
  };
  const UNREACHABLE = { inert: "", "aria-hidden": "true", tabindex: "-1" };

  /** What each frame reported last. */
  const reports = new Map();
  /** Which styles each element got from us. */
  const applied = new WeakMap();
  /** The animation that covers each plain part. */
  const covers = new WeakMap();
  /** The document, and shadow roots in which a chart has reported. */
  const roots = new Set();
  /** Windows that report and are no frame of ours. */
  const unknown = new WeakSet();
  /** Plain parts that are covered, wherever a page moves them. */
  const covered_parts = new Set();
  /** Plain parts in which a reader has pressed something. */
  const used = new WeakSet();
  const paper = matchMedia("print");
  let printing = false;

  /** Replaces the styles an element got from us. */
  function set_styles(node, styles, priority = "") {
    const { style } = node;
    const state = JSON.stringify(styles);
    if (applied.get(node) === state + style.cssText) return;
    for (const name of NAMES) if (style.getPropertyPriority(name)) style.removeProperty(name);
    for (const [name, value] of Object.entries(styles)) style.setProperty(name, value, priority);
    applied.set(node, state + style.cssText);
  }
  /** The same, above any style of a theme. */
  const set_important = (node, styles) => set_styles(node, styles, "important");

  const figure_of = (node) => node.closest(".heistogram");
  /** Code of 2026 brings a style sheet, by which a frame keeps room for itself and for the plain part under it. */
  const has_sheet = (node) => figure_of(node)?.querySelector("style");
  const plain_of = (frame) => figure_of(frame)?.querySelector(PLAIN);

  /** The document and all shadow roots in it. */
  function all_roots() {
    const all = [document];
    for (const root of all) for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) all.push(shadowRoot);
    return all;
  }

  /** Another document in a frame has a second or three to report: an error page never does. */
  function reloaded({ target: frame }) {
    if (!reports.has(frame)) return;
    const loaded = performance.now();
    ask(frame);
    setTimeout(() => {
      if (reports.get(frame)?.time < loaded) reports.delete(frame);
      update();
    }, REPLY_MS);
  }

  function add_root(root) {
    roots.add(root);
    root.addEventListener("load", reloaded, true);
    for (const type of ["keydown", "pointerdown"]) {
      root.addEventListener(type, ({ target }) => used.add(target.closest?.(PLAIN) ?? target), true);
    }
  }

  /** The frame of a window, wherever it stands. */
  function find(source) {
    const within = (root) => [...root.querySelectorAll(FRAMES)].find(({ contentWindow }) => contentWindow === source);
    for (const root of roots) {
      const frame = within(root);
      if (frame) return frame;
    }
    // Once for each window: a search through the page is slow.
    const root = !unknown.has(source) && all_roots().find(within);
    if (!root) {
      unknown.add(source);
      return null;
    }
    add_root(root);
    return within(root);
  }

  /** Light text stands on dark ground: a page that stays light in a dark system keeps light charts. */
  function theme_of(frame) {
    const { theme } = frame.dataset;
    if (theme !== "auto") return theme;
    // Themes colour figures and frames apart from the text.
    const { color } = getComputedStyle((figure_of(frame) ?? frame).parentElement ?? frame);
    const [, space, a, b, c] = color.match(/^(\w+)\((?:[a-z][\w-]* )?([^ ,]+),? ([^ ,]+),? ([^ ,)]+)/) ?? [];
    const scale = { oklch: 1, oklab: 1, lch: 100, lab: 100, color: 1 }[space] ?? 255;
    const lightness = (/^(ok)?l/.test(space) ? a : a * 0.3 + b * 0.6 + c * 0.1) / scale;
    return Number.isNaN(lightness) ? theme : lightness > 0.5 ? "dark" : "light";
  }

  // A sandboxed frame has no origin to address; what it is told is no secret.
  const post = ({ contentWindow }, name, value, ask) =>
    contentWindow?.postMessage({ type: `heistogram:${name}`, version: 1, value, ask }, "*");

  /** Tells a frame its colours and language, unless it has them. */
  function tell(frame, last) {
    for (const [name, value] of Object.entries({ theme: theme_of(frame), lang: frame.dataset.lang })) {
      if (value && last[name] !== value) post(frame, name, (last[name] = value));
    }
  }

  /** A chart that reported before we listened is asked to report again. */
  function ask(frame) {
    const theme = theme_of(frame) ?? (plain_of(frame) && "auto");
    if (theme) post(frame, "theme", theme, true);
  }

  /** Whether a chart has reported from this very frame, and readers can see it. */
  function is_live(frame) {
    const last = reports.get(frame);
    if (last?.window !== frame.contentWindow || last.src !== frame.getAttribute("src")) return false;
    if (frame.hasAttribute("srcdoc") || getComputedStyle(frame).visibility !== "visible") return false;
    const figure = figure_of(frame);
    for (let at = frame.parentElement; figure && at !== figure; at = at.parentElement) {
      if (getComputedStyle(at).opacity === "0") return false;
    }
    const { width, height } = frame.getBoundingClientRect();
    return width > 1 && height > 1;
  }

  /** Shows a frame at its height, whatever a theme has put around it. */
  function show(frame) {
    const height = `${reports.get(frame).height}px`;
    const figure = figure_of(frame);
    // A frame alone has the width it was given, unless it is of pasted code and has lost its figure.
    const full = figure || frame.getAttribute("height") === "0";
    set_important(frame, { ...LIVE, ...(full && FULL_WIDTH), height, "min-height": height });
    if (!full) return;
    for (const name of Object.keys(UNREACHABLE)) if (frame.hasAttribute(name)) frame.removeAttribute(name);
    if (!figure) return;
    for (let at = frame.parentElement; at !== figure; at = at.parentElement) set_important(at, { ...UNCLIPPED, padding: 0 });
    set_important(figure, { ...UNCLIPPED, position: "relative" });
  }

  /** A frame that is not live covers nothing and takes no focus. */
  function hide(frame) {
    for (const [name, value] of Object.entries(UNREACHABLE)) if (!frame.hasAttribute(name)) frame.setAttribute(name, value);
    if (has_sheet(frame)) return set_styles(frame, { opacity: 0, "pointer-events": "none" });
    set_important(figure_of(frame), { ...UNCLIPPED, position: "relative" });
    set_styles(frame, WAITING);
  }

  /** By a paused animation: copies and saved pages do not have it, and so show the plain part. */
  function cover(plain) {
    const cover = covers.get(plain) ?? plain.animate([COVERED, COVERED], { duration: 1, fill: "both" });
    covers.set(plain, cover);
    if (cover.playState !== "paused") cover.pause();
    covered_parts.add(plain);
    if (!plain.inert) plain.inert = true;
  }

  function uncover(plain, frame) {
    covers.get(plain)?.cancel();
    covered_parts.delete(plain);
    if (plain.inert) plain.inert = false;
    set_important(plain, has_sheet(plain) && !frame?.getClientRects().length ? { height: "auto" } : {});
  }

  /** Older versions of this script hide plain parts for good. */
  const is_removed = (plain) => plain?.hidden && getComputedStyle(plain).display === "none";

  /** A reader is at a plain part: it is not taken away. Dialogs that only focus it do not count. */
  function is_in_use(plain, { activeElement }) {
    const selection = getSelection();
    const selected = !selection.isCollapsed && selection.containsNode(plain, true);
    return used.has(plain) && (plain.contains(activeElement) || selected || plain.querySelector("details[open]"));
  }

  function update() {
    const printed = printing || paper.matches;
    for (const plain of covered_parts) {
      if (!plain.isConnected) uncover(plain);
      else if (!roots.has(plain.getRootNode())) add_root(plain.getRootNode());
    }
    for (const root of roots) {
      if (root.host && !root.host.isConnected) roots.delete(root);
      const covered = new Map();
      for (const frame of root.querySelectorAll(FRAMES)) {
        const plain = plain_of(frame);
        const live = is_live(frame);
        if (live) tell(frame, reports.get(frame));
        // An older version of this script takes care of it.
        if (!reports.has(frame) && is_removed(plain)) continue;
        const shown = live && !(plain && (printed || is_in_use(plain, root)));
        if (shown) show(frame);
        else if (plain) hide(frame);
        if (plain && !covered.get(plain)?.shown) covered.set(plain, { frame, shown });
      }
      for (const plain of root.querySelectorAll(PLAIN)) {
        if (is_removed(plain)) continue;
        const { frame, shown } = covered.get(plain) ?? {};
        if (shown) cover(plain);
        else uncover(plain, frame);
      }
    }
    for (const frame of reports.keys()) if (!frame.isConnected) reports.delete(frame);
  }

  /** The height a frame gets. Where the article's scrollbar comes and goes with it, the greater height ends that. */
  function settle(asked, height, width) {
    const now = performance.now();
    while (asked[0]?.time < now - MEMORY_MS) asked.shift();
    const again = asked.some((one) => one.height === height && one.width === width);
    const back = again && asked.some((one) => one.width !== width);
    asked.push({ time: now, height, width });
    return back ? Math.max(...asked.map((one) => one.height)) : height;
  }

  addEventListener("message", ({ source, data }) => {
    const height = data?.type === "heistogram:height" && data.version === 1 && data.height;
    if (!Number.isFinite(height) || height < 50 || height > 30000) return;
    const frame = source && find(source);
    if (!frame) return;
    const asked = reports.get(frame)?.asked ?? [];
    reports.set(frame, {
      time: performance.now(),
      window: source,
      src: frame.getAttribute("src"),
      height: settle(asked, height, frame.offsetWidth),
      asked,
    });
    update();
  });

  for (const [type, value] of [
    ["beforeprint", true],
    ["afterprint", false],
  ]) {
    addEventListener(type, () => {
      printing = value;
      update();
    });
  }
  paper.addEventListener("change", update);
  add_root(document);
  for (const root of all_roots()) root.querySelectorAll(FRAMES).forEach(ask);
  setInterval(update, UPDATE_MS);
  update();
})();
