// A dataset of the embedder.
export const own = {
  schema: 1,
  title: "Thefts from readers",
  as_of: "2026-06-30",
  incidents: [
    {
      id: "a",
      date: "2024",
      victim: "Namib Bank",
      country: "NA",
      sector: "bank",
      stolen_usd: { low: 1000000, best: 1200000, high: 2000000 },
      evidence: "firm",
      sources: [{ source: "s" }],
    },
  ],
  sources: [
    { id: "s", title: "T", publisher: "P", date: "2024", url: "https://example.org/a", kind: "press" },
  ],
};
