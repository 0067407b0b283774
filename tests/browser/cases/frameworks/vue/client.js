import { createSSRApp } from "vue";

import { App } from "./app.js";

window.hydrate = () => createSSRApp(App).mount("#app");
