import { render } from "svelte/server";

import Article from "./src/Article.svelte";

export const html = async () => render(Article).body;
