/** What `poc start` needs, in the order in which a team finds it out. */
export const START_NEED_NAMES = ["question", "people", "limits", "proof", "end"] as const;
export type StartNeed = (typeof START_NEED_NAMES)[number];

/** Each of the five in a few words. */
export const START_NEEDS: Readonly<Record<StartNeed, string>> = {
  question: "the question, and what is not known yet",
  people: "who owns it, and who sponsors it",
  limits: "the time and the money that it may take",
  proof: "what must be shown: a figure with its baseline, target and cases, and the payback",
  end: "what ends the work, and by which day",
};
