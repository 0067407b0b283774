import { h, ref } from "vue";

import { own } from "../own.js";

export const App = {
  setup() {
    const version = ref(1);
    return () =>
      h("div", [
        h("h1", `Article ${version.value}`),
        h("button", { id: "more", onClick: () => (version.value += 1) }, "more"),
        h("heist-chart", { id: "served", chart: "proceeds", period: version.value > 1 ? "2018..2020" : undefined }, [
          h("h2", { slot: "title" }, "Estimated proceeds a year"),
          h("p", { slot: "sentence" }, `A sentence of version ${version.value}.`),
        ]),
        version.value > 1 ? h("heist-chart", { id: "own", chart: "incidents", data: own }) : null,
      ]);
  },
};
