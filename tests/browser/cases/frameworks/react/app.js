import { createElement as h, useState } from "react";

import { own } from "../own.js";

export function App() {
  const [version, set] = useState(1);
  return h(
    "div",
    null,
    h("h1", null, `Article ${version}`),
    h("button", { id: "more", onClick: () => set(version + 1) }, "more"),
    h(
      "heist-chart",
      { id: "served", chart: "proceeds", period: version > 1 ? "2018..2020" : undefined },
      h("h2", { slot: "title" }, "Estimated proceeds a year"),
      h("p", { slot: "sentence" }, `A sentence of version ${version}.`),
    ),
    version > 1 && h("heist-chart", { id: "own", chart: "incidents", data: own }),
  );
}
