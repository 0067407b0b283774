import { createElement } from "react";
import { renderToString } from "react-dom/server";

import Article from "./src/Article.tsx";

export const html = async () => renderToString(createElement(Article));
