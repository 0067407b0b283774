// Runs in every document before its own scripts: notes when charts are live, and how long input takes.
// In a block, so that its names are not those of the document.
{
  const task = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
  /** Waits for the next frame, with style, layout, paint and commit. */
  const painted = () => new Promise((done) => requestAnimationFrame(() => task().then(done)));
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  /** The time on the clock that all documents share. */
  const now = () => performance.timeOrigin + performance.now();

  const is_framed = parent !== window;
  /** Charts and frames with the time in ms from the start of the page at which they were live. */
  const lives = new Map();
  /** When something last happened. */
  let last = 0;

  const note = (chart, time) => lives.has(chart) || lives.set(chart, (last = time - performance.timeOrigin));

  async function live({ target }) {
    await painted();
    if (is_framed) parent.postMessage({ live: now() }, "*");
    else note(target, now());
  }
  addEventListener("heist-ready", live);
  addEventListener("chart-drawn", live);

  addEventListener("message", async ({ source, data }) => {
    const frames = [...document.querySelectorAll("iframe")];
    const frame = data?.live && frames.find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    let time = data.live;
    // A frame above a static version is shown once it has reported.
    while (getComputedStyle(frame).opacity === "0") {
      await painted();
      time = now();
    }
    note(frame, time);
  });

  const ended = (list) => {
    for (const { startTime, duration } of list.getEntries()) last = Math.max(last, startTime + duration);
  };
  for (const type of ["longtask", "resource"]) new PerformanceObserver(ended).observe({ type, buffered: true });

  const QUIET_MS = 1000;
  const is_in_view = (node) => node.getBoundingClientRect().top < innerHeight;

  /** Waits until the first chart and all in view are live, and nothing has happened for a second. */
  async function rested() {
    const charts = [...document.querySelectorAll("heist-chart, iframe")];
    const awaited = charts.filter((chart, at) => at === 0 || is_in_view(chart));
    while (!awaited.every((chart) => lives.has(chart)) || performance.now() - last < QUIET_MS) await pause(200);
  }

  /** Milliseconds of each input so far, from the event to the next frame. */
  const inputs = [];
  /** Shortest duration of an event that browsers report. */
  const SHORTEST_MS = 16;
  const timed = (list) => {
    for (const { duration, interactionId } of list.getEntries()) if (interactionId) inputs.push(duration);
  };
  new PerformanceObserver(timed).observe({ type: "event", durationThreshold: SHORTEST_MS });
  // No interaction for browsers, so it is timed here.
  const moved = async ({ timeStamp }) => {
    await painted();
    inputs.push(performance.now() - timeStamp);
  };
  addEventListener("pointermove", moved, { capture: true, passive: true });

  /** The longest input since the last call. */
  async function longest_input() {
    await pause(QUIET_MS / 2);
    return Math.max(SHORTEST_MS, ...inputs.splice(0));
  }

  globalThis.bench = { lives, is_in_view, rested, longest_input };
}
