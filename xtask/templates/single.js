// Unpacks the files that stand in the page and starts them: each becomes an address of its own, and those that refer to it
// get that address. They come in the order in which they can.

const { textContent } = document.getElementById("files");
// Five digits to the base of 85 are four bytes; see `text_of` in xtask/src/build/single.rs.
const packed = new DataView(new ArrayBuffer(textContent.length));
for (let at = 0; at < textContent.length; at += 5) {
  let number = 0;
  for (let i = at; i < at + 5; i++) {
    const sign = textContent.charCodeAt(i) || 125;
    number = number * 85 + sign - (sign > 60 ? 41 : 40);
  }
  packed.setUint32((at / 5) * 4, number);
}
const file = new Blob([new Uint8Array(packed.buffer, 0, Math.floor((textContent.length * 4) / 5))]);
const unpacked = new Response(file.stream().pipeThrough(new DecompressionStream("gzip")));
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
