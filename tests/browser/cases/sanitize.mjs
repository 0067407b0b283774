// Prints what tools of npm leave of the code on stdin, by their names: node sanitize.mjs NODE_MODULES
import { createRequire } from "node:module";
import path from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const require = createRequire(path.join(path.resolve(process.argv[2]), "any.js"));
const load = async (name) => {
  const module = await import(pathToFileURL(require.resolve(name)));
  return module.default ?? module;
};

const code = await text(process.stdin);
const { JSDOM } = await load("jsdom");
const { unified } = await import(pathToFileURL(require.resolve("unified")));
const purify = (await load("dompurify"))(new JSDOM("").window);
const sanitize_html = await load("sanitize-html");
const Markdown = await load("markdown-it");
const xss = await load("xss");
const rehype = unified()
  .use(await load("rehype-parse"), { fragment: true })
  .use(await load("rehype-sanitize"))
  .use(await load("rehype-stringify"));
const frame = {
  ADD_TAGS: ["iframe"],
  ADD_ATTR: ["sandbox", "allow", "referrerpolicy", "inert"],
};

process.stdout.write(
  JSON.stringify({
    dompurify: purify.sanitize(code),
    dompurify_frames: purify.sanitize(code, frame),
    markdown_it: new Markdown({ html: true }).render(code),
    markdown_it_default: new Markdown().render(code),
    rehype: String(await rehype.process(code)),
    sanitize_html: sanitize_html(code),
    xss: xss.filterXSS(code),
  }),
);
