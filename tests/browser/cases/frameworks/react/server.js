import { createElement } from "react";
import { renderToString } from "react-dom/server";

import { App } from "./app.js";

export const html = async () => renderToString(createElement(App));
