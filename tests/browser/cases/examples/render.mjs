// Renders the examples as a server does, and prints their HTML: node render.mjs NODE_MODULES EXAMPLES
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [packages, examples] = process.argv.slice(2).map((name) => path.resolve(name));
const { createServer } = await import(pathToFileURL(path.join(packages, "vite/dist/node/index.js")));
const pages = {};
for (const name of ["react", "vue", "svelte"]) {
  const root = path.join(examples, name);
  fs.copyFileSync(path.join(import.meta.dirname, `${name}.js`), path.join(root, "server.js"));
  process.chdir(root);
  const server = await createServer({
    root,
    logLevel: "error",
    appType: "custom",
    server: { middlewareMode: true, ws: false },
  });
  pages[name] = await (await server.ssrLoadModule("/server.js")).html();
  await server.close();
}
console.log(JSON.stringify(pages));
