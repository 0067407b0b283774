// On pages that frame charts: gives each frame the height it asks for, and tells it colours and language. Frames are
// looked for when they speak, so those that come later are found too; nothing is kept, so loading this twice is no harm.

const ours = new URL("embed/", import.meta.url).href;
const system_dark = matchMedia("(prefers-color-scheme: dark)");
const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(ours));

/** What says the same as plain HTML, under the frame. */
const still = ({ previousElementSibling: node }) => (node?.matches(".heistogram-static") ? node : null);

/** Light text stands on dark ground: a page that stays light in a dark system keeps light charts. */
function colours(frame) {
  const { theme } = frame.dataset;
  const color = getComputedStyle(frame).color;
  const [, space, a, b, c] = color.match(/^(\w+)\((?:[a-z][\w-]* )?([^ ,]+),? ([^ ,]+),? ([^ ,)]+)/) ?? [];
  const scale = { oklch: 1, oklab: 1, lch: 100, lab: 100, color: 1 }[space] ?? 255;
  const lightness = (/^(ok)?l/.test(space) ? a : a * 0.3 + b * 0.6 + c * 0.1) / scale;
  return theme !== "auto" || Number.isNaN(lightness) ? theme : lightness > 0.5 ? "dark" : "light";
}

const show = ({ style }, opacity, pointerEvents) => Object.assign(style, { opacity, pointerEvents });

function tell(frame) {
  watch(frame);
  // A frame that never comes, or is refused, must not cover what stands for it. One that browsers take for hidden would wait.
  if (still(frame)?.hidden === false) show(frame, "0", "none");
  for (const [name, value] of [
    ["theme", colours(frame)],
    ["lang", frame.dataset.lang],
  ]) {
    // A sandboxed frame has no origin to address; what it is told is no secret.
    if (value) frame.contentWindow?.postMessage({ type: `heistogram:${name}`, version: 1, value }, "*");
  }
}

const tell_all = () => frames().forEach(tell);
const watcher = new MutationObserver(tell_all);
const watch = (node) => watcher.observe(node, { attributeFilter: ["class", "style", "data-theme", "data-bs-theme", "data-lang"] });

addEventListener("message", ({ source, data }) => {
  const height = data?.type === "heistogram:height" && data.version === 1 && data.height;
  if (!Number.isFinite(height) || height < 50 || height > 30000) return;
  const frame = source && frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  frame.style.height = `${height}px`;
  show(frame, "", "");
  // What stood for the frame until now would say everything twice.
  const before = still(frame);
  if (before) before.hidden = before.inert = true;
  tell(frame);
});

[document.documentElement, document.body].forEach(watch);
system_dark.addEventListener("change", tell_all);
tell_all();
