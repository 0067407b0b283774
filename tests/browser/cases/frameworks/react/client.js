import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";

import { App } from "./app.js";

const onRecoverableError = ({ message }) => window.recovered.push(message);
window.hydrate = () => hydrateRoot(document.getElementById("app"), createElement(App), { onRecoverableError });
