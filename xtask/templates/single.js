// Unpacks the embedded files: each becomes a blob URL. The script comes last, gets the addresses of the others, and
// starts.

const { textContent } = document.getElementById("files");
// Eleven digits in base 94 are nine bytes; see `text_of` in xtask/src/build/single.rs.
const packed = new DataView(new ArrayBuffer(textContent.length + 9));
for (let at = 0; at < textContent.length; at += 11) {
  let number = 0n;
  for (let i = at; i < at + 11; i++) {
    const sign = textContent.charCodeAt(i) || 126;
    number = number * 94n + BigInt(sign - (sign > 60 ? 33 : 32));
  }
  const place = (at / 11) * 9;
  packed.setUint8(place, Number(number >> 64n));
  packed.setBigUint64(place + 1, number);
}
const file = new Blob([new Uint8Array(packed.buffer, 0, Math.floor((textContent.length * 9) / 11))]);
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
await import(addresses["single.js"]);
