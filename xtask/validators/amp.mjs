// Validates AMP code in pages of its own; prints what is wrong.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";

const [reader, code, ...files] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const validator = await require(reader).getInstance(code);

// What every AMP page has: https://amp.dev/documentation/guides-and-tutorials/learn/spec/amp-boilerplate
const hidden = ["-webkit-", "-moz-", "-ms-", ""].map((maker) => `${maker}animation:-amp-start 8s steps(1,end) 0s 1 normal both`);
const shown = ["-webkit-", "-moz-", "-ms-", "-o-", ""].map(
  (maker) => `@${maker}keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}`,
);
const never = ["-webkit-", "-moz-", "-ms-", ""].map((maker) => `${maker}animation:none`);
const page = (part) => `<!doctype html>
<html amp lang="en">
<head>
<meta charset="utf-8">
<title>Article</title>
<link rel="canonical" href="https://paper.example/">
<meta name="viewport" content="width=device-width">
<script async src="https://cdn.ampproject.org/v0.js"></script>
<script async custom-element="amp-iframe" src="https://cdn.ampproject.org/v0/amp-iframe-0.1.js"></script>
<style amp-boilerplate>body{${hidden.join(";")}}${shown.join("")}</style>
<noscript><style amp-boilerplate>body{${never.join(";")}}</style></noscript>
</head>
<body>
${part}
</body>
</html>`;

for (const file of files) {
  // Frames of AMP need an address with TLS; a build without a base URL has relative ones.
  const part = readFileSync(file, "utf8").replace(/ src="(?!https:)/g, ' src="https://graphics.example/');
  const { status, errors } = validator.validateString(page(part));
  for (const { message, severity } of errors) console.log(`amp/${basename(file)}: ${severity}: ${message}`);
  if (status !== "PASS" && !errors.length) console.log(`amp/${basename(file)}: ${status}`);
}
