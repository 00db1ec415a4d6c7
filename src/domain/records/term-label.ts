/** `target of wrong-rate`, `working days of the timebox`, `spend cap`: a term as people call it. */
export function termLabel(term: string): string {
  const words = (text: string) => text.replaceAll("_", " ");
  const [family = "", id, field] = term.split(".");
  if ((family === "evals" || family === "kill-criteria") && id !== undefined && field !== undefined)
    return `${FIELD_WORDS[field] ?? words(field)} of ${id}`;
  if (family === "value") return `${words(field ?? id ?? "")} threshold`;
  return id === undefined ? words(family) : `${words(id)} of the ${words(family)}`;
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  min_n: "least number of cases",
  when: "state",
  ask: "question",
  by: "day",
  dataset: "data set",
};

/** `reduction ≥ 40%`: a term's text with the signs that a sponsor reads. */
export function termTextLabel(text: string): string {
  return text.replaceAll("<=", "≤").replaceAll(">=", "≥");
}
