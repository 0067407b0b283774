import { useState } from "react";

import "heistogram";

export default function Article() {
  const [banks, set_banks] = useState(false);
  return (
    <article>
      <h1>What was stolen</h1>
      <button type="button" aria-pressed={banks} onClick={() => set_banks(!banks)}>
        Banks only
      </button>
      <heist-chart chart="proceeds" group={banks ? "banks" : undefined}>
        <p>Shown until the chart is drawn, and whenever it cannot be drawn.</p>
      </heist-chart>
    </article>
  );
}
