/**
 * The agreed terms as text by name: `evals.wrong-rate.target` → `reduction >= 40%`. Targets, kill criteria, timebox,
 * caps, confidence and thresholds; text is canonical, so that 2000 EUR and 2000.00 EUR are the same term.
 */
export type TermValues = ReadonlyMap<string, string>;
