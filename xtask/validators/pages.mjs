// Reads pages of a running site as search engines and content systems do; prints what is wrong.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [packages, vocabulary, site, ...paths] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${packages}/`));
const { default: Validator } = await import(pathToFileURL(require.resolve("@adobe/structured-data-validator")));
const { default: Extractor } = await import(pathToFileURL(require.resolve("@marbec/web-auto-extractor")));
const { unfurl } = require("unfurl.js");

const validator = new Validator(JSON.parse(readFileSync(vocabulary, "utf8")));
const wrong = [];
const types = new Set();
const read = async (address) => (await fetch(address)).text();
const expect = (holds, what) => holds || wrong.push(what);

for (const path of paths) {
  const html = await read(site + path);
  const data = new Extractor({ addLocation: true, embedSource: ["rdfa", "microdata"] }).parse(html);
  for (const issue of await validator.validate(data)) wrong.push(`${path}: ${issue.issueMessage}`);
  for (const type of Object.keys(data.jsonld)) types.add(type);
  const article = data.jsonld.NewsArticle?.[0];
  const is_frame = path.startsWith("embed/");
  expect(is_frame || (article?.headline && article.image?.startsWith(`${site}static/`)), `${path}: no article`);

  const { oEmbed, open_graph } = await unfurl(site + path);
  const found = oEmbed?.type === "rich" && oEmbed.version === "1.0" && oEmbed.thumbnails?.length === 1;
  expect(found, `${path}: no oEmbed document`);
  if (!found) continue;
  expect(oEmbed.width >= 320 && oEmbed.height >= 200, `${path}: ${oEmbed.width} by ${oEmbed.height}`);
  expect(open_graph?.locale && open_graph.images?.length === 1, `${path}: no preview`);
  const src = /^<iframe src="([^"]+)"/.exec(oEmbed.html)?.[1] ?? "";
  const [frame] = src.split("?");
  expect(frame.startsWith(`${site}embed/`) && !oEmbed.html.includes("<blockquote"), `${path}: ${oEmbed.html}`);
  if (frame) expect((await read(frame)).includes("<heist-chart"), `${path}: no ${frame}`);
  expect(oEmbed.thumbnails[0].url.startsWith(`${site}static/`), `${path}: ${oEmbed.thumbnails[0].url}`);
}
expect(types.has("Dataset") && types.has("NewsArticle"), `only ${[...types]}`);
console.log(wrong.join("\n"));
// Connections that the reader of oEmbed left open would keep the process.
process.exit();
