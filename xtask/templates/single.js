// Unpacks the files that stand in the page and starts them: each becomes an address of its own, and those that refer to it
// get that address. They come in the order in which they can.

const { textContent } = document.getElementById("files");
const packed = new Blob([Uint8Array.from(atob(textContent), (sign) => sign.charCodeAt())]);
const unpacked = new Response(packed.stream().pipeThrough(new DecompressionStream("gzip")));
const bytes = new Uint8Array(await unpacked.arrayBuffer());
const text = (part) => new TextDecoder().decode(part);

const addresses = {};
let at = bytes.indexOf(10) + 1;
for (const [name, type, length] of JSON.parse(text(bytes.subarray(0, at)))) {
  const part = bytes.subarray(at, (at += length));
  const linked =
    type === "text/javascript"
      ? text(part).replace(/(["'`])\.\/([\w./-]+)\1/g, (all, quote, to) => (addresses[to] ? quote + addresses[to] + quote : all))
      : part;
  addresses[name] = URL.createObjectURL(new Blob([linked], { type }));
}

const style = document.createElement("link");
Object.assign(style, { rel: "stylesheet", href: addresses["style.css"] });
await new Promise((done) => {
  style.onload = style.onerror = done;
  document.head.append(style);
});
document.body.classList.remove("static");
for (const name of ["page.js", "heistogram.js"]) await import(addresses[name]);
