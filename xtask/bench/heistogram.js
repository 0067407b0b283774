// <heist-chart> with typed columns.

const charts = ["attacks", "proceeds", "incidents"];
let elements = [...document.querySelectorAll("heist-chart")];
const later = document.querySelector("meta[name=later]").content.split(" ");
let dark = false;

/** In the elements that the page contains, as in an article; or in new ones, which load at once. */
function mount(data) {
  const old = elements.length > 0;
  if (!old) {
    elements = charts.map((chart) => document.createElement("heist-chart"));
    elements.forEach((element, at) => {
      element.setAttribute("chart", charts[at]);
      element.setAttribute("theme", "light");
    });
  }
  const ready = elements.map(
    (element) =>
      new Promise((done, fail) => {
        element.addEventListener("heist-ready", done, { once: true });
        element.addEventListener("heist-error", ({ detail }) => fail(detail.message), { once: true });
        element.data = data;
      }),
  );
  if (!old) elements.forEach((element, at) => document.getElementById(charts[at]).append(element));
  return Promise.all(ready);
}

const part = (selector) => elements[2].shadowRoot.querySelector(selector);

globalThis.page = {
  mount,
  /** Whether a file is not counted: style and texts, which the first chart requests while others are still painting. */
  is_later: (name) => later.some((path) => name.endsWith(`/${path}`)),
  unmount() {
    elements.forEach((element) => element.remove());
    elements = [];
  },
  /** Waits for the texts, which load after the picture. */
  async settled() {
    while (!elements.every(({ shadowRoot }) => shadowRoot.querySelector("[role=tooltip]"))) {
      await new Promise((done) => setTimeout(done, 50));
    }
  },
  redraw() {
    dark = !dark;
    for (const element of elements) element.setAttribute("theme", dark ? "dark" : "light");
  },
  filter(from, to) {
    for (const element of elements)
      from ? element.setAttribute("period", `${from}..${to}`) : element.removeAttribute("period");
  },
  target: () => part("canvas"),
  named() {
    const tooltip = part("[role=tooltip]");
    return tooltip.hidden ? -1 : Number(tooltip.firstChild.textContent.replace(/\D/g, "")) - 1;
  },
  element: () => elements[2],
};
