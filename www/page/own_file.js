// The page that try.html saves: charts of the data in it.

import "../element/heistogram.js";
import { build, find, write } from "../element/dom.js";
import { held } from "./own_file_data.js";

document.title = held.headline || document.title;
write(find(document, "h1"), held.headline);
find(document, "main").append(
  ...held.charts.map(({ title, state }) =>
    build("figure", { class: "chart" }, build("heist-chart", { ...state, src: "#data" }, build("h2", { slot: "title" }, title))),
  ),
);
