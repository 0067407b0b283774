import { createRoot } from "react-dom/client";

import Article from "./Article";

createRoot(document.getElementById("article")!).render(<Article />);
