// On pages that frame charts: shows a frame once its chart reports, at its height, in the theme and language of the
// article. While a frame is live, it covers the plain part. Pages and other scripts change frames in many ways, so
// everything is checked five times a second, and only reports of frames are stored.
// A classic script: consent tools and frameworks re-create scripts as such, and hosts without headers can serve it.

import { PLAIN, add_root, all_roots, ask, find, follow, frames_in, is_live, plain_of, reports, roots, tell, used } from "./frames.js";
import { cover, covered_parts, hide, show, uncover } from "./looks.js";

const UPDATE_MS = 200;
/** Time in ms within which several requested heights belong to one resize. */
const MEMORY_MS = 2_000;

const paper = matchMedia("print");
let printing = false;

/** Whether an older version of this script has hidden a plain part for good. @param {HTMLElement | null | undefined} plain */
const is_removed = (plain) => plain?.hidden && getComputedStyle(plain).display === "none";

/**
 * Whether a reader uses a plain part, which then stays visible. Focus moved by a dialog does not count.
 * @param {HTMLElement} plain
 * @param {DocumentOrShadowRoot} root
 */
function is_in_use(plain, { activeElement }) {
  const selection = getSelection();
  const selected = selection && !selection.isCollapsed && selection.containsNode(plain, true);
  return used.has(plain) && (plain.contains(activeElement) || selected || plain.querySelector("details[open]"));
}

function update() {
  const printed = printing || paper.matches;
  for (const plain of covered_parts) {
    if (!plain.isConnected) uncover(plain);
    const root = /** @type {import("./frames.js").Root} */ (plain.getRootNode());
    if (plain.isConnected && !roots.has(root)) add_root(root);
  }
  for (const root of roots) {
    if ("host" in root && !root.host.isConnected) roots.delete(root);
    /** @type {Map<HTMLElement, { frame: HTMLIFrameElement, shown: boolean }>} */
    const covered = new Map();
    for (const frame of frames_in(root)) {
      const plain = plain_of(frame);
      const report = is_live(frame) && reports.get(frame);
      if (report) tell(frame, report);
      // An older version of this script handles it.
      if (!reports.has(frame) && is_removed(plain)) continue;
      const shown = !!report && !(plain && (printed || is_in_use(plain, root)));
      if (report && shown) show(frame, report.height);
      else if (plain) hide(frame);
      if (plain && !covered.get(plain)?.shown) covered.set(plain, { frame, shown });
    }
    for (const plain of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(PLAIN))) {
      if (is_removed(plain)) continue;
      const { frame, shown } = covered.get(plain) ?? {};
      if (shown) cover(plain);
      else uncover(plain, frame);
    }
  }
  for (const frame of reports.keys()) if (!frame.isConnected) reports.delete(frame);
}

/**
 * The height of a frame. If the article's scrollbar makes heights alternate, the greater one is kept.
 * @param {import("./frames.js").Report["asked"]} asked
 * @param {number} height
 * @param {number} width
 */
function settle(asked, height, width) {
  const now = performance.now();
  while (asked[0]?.time < now - MEMORY_MS) asked.shift();
  const again = asked.some((one) => one.height === height && one.width === width);
  const back = again && asked.some((one) => one.width !== width);
  asked.push({ time: now, height, width });
  return back ? Math.max(...asked.map((one) => one.height)) : height;
}

function start() {
  addEventListener("message", ({ source, data }) => {
    const height = data?.type === "heistogram:height" && data.version === 1 && data.height;
    if (!Number.isFinite(height) || height < 50 || height > 30000) return;
    const frame = source && find(source);
    if (!frame) return;
    const asked = reports.get(frame)?.asked ?? [];
    reports.set(frame, {
      time: performance.now(),
      window: source,
      src: frame.getAttribute("src"),
      height: settle(asked, height, frame.offsetWidth),
      asked,
    });
    update();
  });

  /** @type {(value: boolean) => () => void} */
  const printed = (value) => () => {
    printing = value;
    update();
  };
  addEventListener("beforeprint", printed(true));
  addEventListener("afterprint", printed(false));
  follow(update);
  paper.addEventListener("change", update);
  add_root(document);
  for (const root of all_roots()) frames_in(root).forEach(ask);
  setInterval(update, UPDATE_MS);
  update();
}

// Each snippet includes this script; only the first instance runs.
const running = Symbol.for("heistogram.host");
if (!(running in window)) {
  Object.defineProperty(window, running, { value: true });
  start();
}
