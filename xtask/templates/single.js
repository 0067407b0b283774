// Unpacks the files that stand in the page and starts them: each becomes an address of its own, and those that refer to it
// get that address. They come in the order in which they can.

const { textContent } = document.getElementById("files");
// Eleven digits to the base of 94 are nine bytes; see `text_of` in xtask/src/build/single.rs.
const digit = (at) => {
  const sign = textContent.charCodeAt(at);
  return sign - (sign > 60 ? 33 : 32);
};
const groups = (textContent.length - 1) / 11;
const packed = new DataView(new ArrayBuffer(groups * 9));
for (let group = 0; group < groups; group++) {
  // Numbers hold 53 bits: the lower four bytes apart, and what they carry over.
  let [high, low] = [0, 0];
  for (let place = 0; place < 11; place++) {
    low = low * 94 + digit(1 + group * 11 + place);
    const carried = Math.floor(low / 2 ** 32);
    low -= carried * 2 ** 32;
    high = high * 94 + carried;
  }
  packed.setUint8(group * 9, high / 2 ** 32);
  packed.setUint32(group * 9 + 1, high);
  packed.setUint32(group * 9 + 5, low);
}
const file = new Blob([new Uint8Array(packed.buffer, 0, groups * 9 - digit(0))]);
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
