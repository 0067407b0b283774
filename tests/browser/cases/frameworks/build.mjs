// Builds an article with each framework, rendered on a server first: node build.mjs NODE_MODULES OUT
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [packages, out] = process.argv.slice(2).map((name) => path.resolve(name));
const load = (name) => import(pathToFileURL(path.join(packages, name)));
const { build, createServer } = await load("vite/dist/node/index.js");
const { svelte } = await load("@sveltejs/vite-plugin-svelte/src/index.js");

// Sources are beside their packages, as in any application.
const root = path.join(out, "sources");
fs.cpSync(import.meta.dirname, root, { recursive: true });
fs.writeFileSync(path.join(root, "package.json"), '{ "type": "module", "private": true }');
fs.symlinkSync(packages, path.join(root, "node_modules"), "dir");
const common = {
  root,
  configFile: false,
  logLevel: "error",
  plugins: [svelte({ configFile: false })],
  // Frameworks report mismatches in hydration only with these.
  mode: "development",
  define: { "process.env.NODE_ENV": '"development"', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true" },
};
const server = await createServer({ ...common, server: { middlewareMode: true, ws: false }, appType: "custom" });
for (const name of ["react", "vue", "svelte"]) {
  const { html } = await server.ssrLoadModule(`/${name}/server.js`);
  const page = path.join(out, name);
  await build({
    ...common,
    build: {
      outDir: page,
      minify: false,
      lib: { entry: path.join(root, name, "client.js"), formats: ["es"], fileName: () => "client.js" },
    },
  });
  fs.writeFileSync(
    path.join(page, "index.html"),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title><link rel="icon" href="data:,">
<script>window.recovered = []; window.site = "{{SITE}}";</script>
<body><div id="app">${await html()}</div><script type="module" src="client.js"></script></body></html>\n`,
  );
}
await server.close();
