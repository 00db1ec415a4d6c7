/** The kinds of what did not go as planned. */
export type ConductCode = keyof typeof WEIGHTS;

/**
 * How much each kind takes from what the memo says: the heaviest is told first, and the lightest is the first to leave
 * page one. From 80 on it is about whose word stands in the log, and what was taken out of it.
 */
const WEIGHTS = {
  "amendment-contradicted": 100,
  "act-withdrawn": 100,
  "run-dated-back": 98,
  "result-withdrawn": 96,
  "labels-changed": 95,
  "labels-withdrawn": 94,
  "time-by-hand": 90,
  person: 80,
  "kill-went-on": 78,
  "kill-cleared": 76,
  "answer-changed": 74,
  "never-frozen": 72,
  "results-before-terms": 72,
  unreadable: 70,
  "not-judged": 68,
  "term-relaxed": 66,
  "cap-exceeded": 64,
  "timebox-extended": 62,
  "term-changed": 60,
  "term-drift": 58,
  "dataset-changed": 56,
  "other-cases": 56,
  "baseline-moved": 54,
  "cases-added": 52,
  "cases-missing": 50,
  "not-converted": 48,
  "frozen-late": 46,
  "baseline-run": 44,
  arms: 42,
  measured: 40,
  rerun: 40,
  accounts: 38,
  models: 36,
  "better-result-withdrawn": 34,
  "gate-late": 32,
  waiver: 32,
  "entry-withdrawn": 30,
  "after-decision": 28,
  "results-not-agreed": 26,
  "term-tightened": 0,
} as const;

export function conductWeight(code: ConductCode): number {
  return WEIGHTS[code];
}
