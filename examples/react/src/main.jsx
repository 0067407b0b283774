import { createRoot } from "react-dom/client";

import Article from "./Article.jsx";

createRoot(document.getElementById("article")).render(<Article />);
