/** What `poc start` needs, in the order in which a team finds it out. */
export const START_NEED_NAMES = ["question", "people", "limits", "proof", "end"] as const;
export type StartNeed = (typeof START_NEED_NAMES)[number];

/** Each of the five in a few words. */
export const START_NEEDS: Readonly<Record<StartNeed, string>> = {
  question: "the question and its unknowns",
  people: "the owner and the sponsor",
  limits: "the timebox and the spend cap",
  proof: "the proof: a figure with its baseline, target and number of cases, and the longest payback",
  end: "what ends the work, and by which day",
};
