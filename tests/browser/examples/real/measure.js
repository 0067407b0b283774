// What a page has taken to load: the body of a function, which runs once it has loaded, also where scripts are off.

const entries = (type) => {
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type, buffered: true });
  return observer.takeRecords();
};
const elements_in = (root) =>
  [...root.querySelectorAll("*")].reduce(
    (sum, { shadowRoot }) => sum + 1 + (shadowRoot ? elements_in(shadowRoot) : 0),
    0,
  );

const lives = globalThis.bench?.lives ?? new Map();
const first_chart = document.querySelector("heist-chart, iframe");
const in_view = [...lives].filter(([chart]) => globalThis.bench.is_in_view(chart)).map(([, time]) => time);
const first_picture = entries("paint").find(({ name }) => name === "first-contentful-paint")?.startTime;
const tasks = entries("longtask");
// Of a task that has begun before the first picture, only the rest counts.
const after = ({ startTime, duration }) => Math.min(duration, startTime + duration - first_picture);

return {
  first_picture,
  largest_picture: entries("largest-contentful-paint").at(-1)?.startTime,
  live: lives.get(first_chart),
  live_in_view: in_view.length > 0 ? Math.max(...in_view) : undefined,
  blocking: tasks.reduce((sum, task) => sum + Math.max(0, after(task) - 50), 0),
  longest_task: Math.max(0, ...tasks.map(({ duration }) => duration)),
  elements: elements_in(document),
  files: [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)],
};
