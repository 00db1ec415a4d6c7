import { listLabel } from "../domain/scalars/labels.ts";

/** What `poc start` needs, in the order in which a team finds it out. */
export const START_NEED_NAMES = ["question", "people", "limits", "proof", "end"] as const;
export type StartNeed = (typeof START_NEED_NAMES)[number];

/** What of a need may be there while the rest is missing, in the order in which it is said. */
export const START_PARTS = {
  question: { question: "the question", unknowns: "its unknowns" },
  people: { owner: "the owner", sponsor: "the sponsor" },
  limits: { timebox: "the timebox", spend_cap: "the spend cap" },
  proof: {
    metric: "what is measured",
    baseline: "its baseline",
    target: "its target",
    min_n: "its number of cases",
    payback: "the longest payback",
  },
  end: { when: "what ends the work", by: "the day by which it is judged" },
} as const satisfies Readonly<Record<StartNeed, Readonly<Record<string, string>>>>;

/** A need that is not met, and which of its parts are missing; none where it is not known. */
export interface LackingNeed {
  readonly need: StartNeed;
  readonly parts: readonly string[];
}

/** Only what is missing: `the sponsor`; `the proof: its target and its number of cases`. */
export function lackingText({ need, parts }: LackingNeed): string {
  const known: Readonly<Record<string, string>> = START_PARTS[need];
  const missing = Object.entries(known).filter(([name]) => parts.includes(name));
  if (missing.length === 0 || missing.length === Object.keys(known).length) return START_NEEDS[need];
  const named = listLabel(missing.map(([, text]) => text));
  return need === "proof" ? `the proof: ${named}` : named;
}

/** Each of the five in a few words. */
export const START_NEEDS: Readonly<Record<StartNeed, string>> = {
  question: "the question and its unknowns",
  people: "the owner and the sponsor",
  limits: "the timebox and the spend cap",
  proof: "the proof: a figure with its baseline, target and number of cases, and the longest payback",
  end: "what ends the work, and by which day",
};
