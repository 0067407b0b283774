// What a person perceives of a document. Tests put their questions after it, in pages and in frames.
const outer_of = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
const ancestors = (node) => {
  const outer = outer_of(node);
  return outer ? [outer, ...ancestors(outer)] : [];
};
// All elements, those of open shadow roots too.
const all = (selector, root = document) =>
  [...root.querySelectorAll("*"), ...(root.shadowRoot ? [root.shadowRoot] : [])].flatMap((node) => [
    ...(node.matches?.(selector) ? [node] : []),
    ...(node instanceof ShadowRoot ? all(selector, node) : node.shadowRoot ? all(selector, node.shadowRoot) : []),
  ]);
const one_line = (text) => text.replace(/\s+/g, " ").trim();
// The innermost elements that hold a text.
const holding = (text, root = document) => {
  const words = one_line(text);
  const holds = (node) =>
    !node.matches("script, style, template, noscript, title") && one_line(node.textContent).includes(words);
  return all("*", root).filter((node) => holds(node) && ![...node.children].some(holds));
};
const shown = (node) => {
  const { width, height } = node.getBoundingClientRect();
  const { clipPath, clip } = getComputedStyle(node);
  const visible = node.checkVisibility({
    opacityProperty: true,
    visibilityProperty: true,
    checkOpacity: true,
    checkVisibilityCSS: true,
  });
  return width > 1 && height > 1 && visible && clipPath === "none" && clip === "auto";
};
// How much of a box nothing around it cuts off: 0 to 1.
const uncut = (node) => {
  const box = node.getBoundingClientRect();
  let { left, top, right, bottom } = box;
  for (const outer of ancestors(node)) {
    if (outer === document.documentElement || outer === document.body) continue;
    const { overflowX, overflowY, display } = getComputedStyle(outer);
    if (display === "contents") continue;
    const edge = outer.getBoundingClientRect();
    if (overflowX !== "visible") [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
    if (overflowY !== "visible") [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
  }
  return (Math.max(0, right - left) * Math.max(0, bottom - top)) / (box.width * box.height || Infinity);
};
const at_point = (x, y) => {
  let node = document.elementFromPoint(x, y);
  for (let inner; (inner = node?.shadowRoot?.elementFromPoint(x, y)) && inner !== node; ) node = inner;
  return node;
};
// The tag of what takes a click in its place, or nothing.
const covered_by = (node) => {
  node.scrollIntoView({ block: "center", behavior: "instant" });
  const [box] = node.getClientRects();
  if (!box) return "nothing";
  const middle = (from, to, end) => Math.max(from, 0) + Math.min(20, (Math.min(to, end) - Math.max(from, 0)) / 2);
  const top = at_point(middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
  if (!top) return "nothing";
  return node.contains(top) || top.contains(node) || ancestors(top).includes(node) ? "" : top.localName;
};
// In full, and with nothing over it.
const seen = (node) => shown(node) && uncut(node) > 0.97 && !covered_by(node);
// Screen readers come to it.
const heard = (node) =>
  node.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }) &&
  ![node, ...ancestors(node)].some((at) => at.inert || at.ariaHidden === "true");
const rgba = (color) => {
  const paper = new OffscreenCanvas(1, 1).getContext("2d");
  paper.fillStyle = color;
  paper.fillRect(0, 0, 1, 1);
  return [...paper.getImageData(0, 0, 1, 1).data];
};
const luminance = (rgb) => {
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const [r, g, b] = rgb.slice(0, 3).map((value) => linear(value / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
// The colour behind an element.
const ground = (node) => {
  const colors = [node, ...ancestors(node)].map((at) => rgba(getComputedStyle(at).backgroundColor));
  return colors.find((color) => color[3] > 200) ?? [255, 255, 255, 255];
};
// The texts that are shown in an element.
const texts = (root) =>
  all("*", root)
    .filter((node) => !node.matches("script, style, template, title") && shown(node) && uncut(node) > 0.1)
    .map((node) => ({
      node,
      text: one_line([...node.childNodes].map((child) => (child.nodeType === 3 ? child.data : "")).join(" ")),
    }))
    .filter(({ text }) => text);
const faintest = (root) =>
  Math.min(21, ...texts(root).map(({ node }) => contrast(rgba(getComputedStyle(node).color), ground(node))));
// Colours of a small copy of something that is drawn.
const colors_of = (drawing) => {
  const small = new OffscreenCanvas(40, 40).getContext("2d");
  small.drawImage(drawing, 0, 0, 40, 40);
  return new Uint32Array(small.getImageData(0, 0, 40, 40).data.buffer);
};
const drawn = (canvas) =>
  shown(canvas) && canvas.offsetWidth >= 100 && canvas.offsetHeight >= 100 && new Set(colors_of(canvas)).size > 4;
const canvases = (root = document) => all("canvas", root).filter(drawn);
const live = (root = document) => canvases(root).length > 0 && all("[part=scroll]", root).some((node) => node.firstChild);
const images = (root = document) => all("img", root).filter((img) => img.naturalWidth > 1 && shown(img));
const frames_of_ours = () => all("iframe").filter((frame) => /\/embed\//.test(frame.src));
// How often the height of an element changes while a number of pictures is painted.
const changes = async (node, pictures) => {
  let [last, count] = [node.offsetHeight, 0];
  for (let at = 0; at < pictures; at += 1) {
    await new Promise(requestAnimationFrame);
    if (node.offsetHeight !== last) count += 1;
    last = node.offsetHeight;
  }
  return count;
};
