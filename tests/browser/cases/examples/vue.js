import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";

import Article from "./src/Article.vue";

export const html = () => renderToString(createSSRApp(Article));
