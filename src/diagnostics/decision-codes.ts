import type { CatalogueEntry } from "./catalogue-entry.ts";

/** The decision of a person: whether there is one, its reasons and its conditions. */
export const DECISION_CODES = {
  "decision-missing": {
    severity: "error",
    kind: "due",
    title: "The timebox is over and there is no decision",
    explanation: `The last day has passed without a decision. The decision is what the PoC was for; a demo is not one,
and neither is "let us see". A PoC that nobody ends keeps taking up people's time.

If not everything was settled in time, that is an answer: not proven.`,
    fix: "`poc memo`, then `poc decide go`, `no-go` or `conditional`. `poc decide extend` buys time once.",
  },
  "decision-against-recommendation": {
    severity: "note",
    kind: "breach",
    title: "The decision goes against the recommendation",
    explanation: `The tool recommends by fixed rules, and a person decides. Here the person decided differently and said
why. Both are in the memo, and nothing is wrong with that.`,
    fix: "No action is needed.",
  },
  "decision-reason-missing": {
    severity: "error",
    kind: "breach",
    title: "A decision goes against the recommendation without a reason",
    explanation: `A person may decide against the recommendation, but has to say why, because readers of the memo will
look for the reason. \`poc decide\` asks for it, so this entry was probably written by hand.`,
    fix: '`poc decide --supersede --override "…"` with the reason.',
  },
  "decision-unsupported": {
    severity: "warning",
    kind: "breach",
    title: "The records no longer support a decision to go on",
    explanation: `The decision followed the recommendation. Since then something was withdrawn, or a later fact shows
otherwise, and today the same rules would not recommend to go on. The decision stays in force until a person takes
another one, but a reader of the memo would believe that its grounds still hold.`,
    fix: "Look at the decision again: `poc decide go|no-go --supersede`, with what holds now.",
  },
  "decisions-disputed": {
    severity: "error",
    kind: "breach",
    title: "Two decisions were made, and neither names the other",
    explanation: `A decision names the decision that it replaces. Here two decisions exist side by side: they were made
on two branches, and neither names the other. The tool does not choose between them, not even if both say the same,
because they differ in who decided, why, and on which conditions.`,
    fix: `Let the people who decided agree on one decision, and record it: \`poc decide OUTCOME --supersede
--why "…"\`.`,
  },
  "decision-condition-vague": {
    severity: "warning",
    kind: "due",
    title: "A condition of the decision has no owner or no day",
    explanation: `A conditional go is only as good as its conditions. A condition without an owner, or without a day,
is a go without conditions.`,
    fix: 'Decide again with both: `poc decide conditional --supersede --condition "… @Name by 2026-12-18"`.',
  },
  "decision-condition-overdue": {
    severity: "error",
    kind: "due",
    title: "A condition of the decision is overdue",
    explanation: `The decision was a go if certain conditions were met by certain days. The day of one condition has
passed, and the decision still depends on it.`,
    fix: "Decide again: `poc decide go --supersede --met TEXT` if the condition is met, `no-go` if it is not.",
  },
  "follow-ups-disputed": {
    severity: "error",
    kind: "breach",
    title: "Two answers to one forecast differ",
    explanation: `Two people recorded different actual figures for the same day of the forecast, usually on two
branches. Neither counts until one of them is withdrawn.`,
    fix: "Find out which figures are right, and withdraw the other entry: `poc undo ID`.",
  },
  "follow-up-overdue": {
    severity: "warning",
    kind: "due",
    title: "The actual figures after a go are overdue",
    explanation: `A go stores what the records promised: its metrics, the cost of a task, the value of a year, the
payback. Three and six months later somebody has to record the actual figures. Otherwise nobody learns how far off
such forecasts are.`,
    fix: `\`poc followup\` shows the forecast and asks for the actual figures. If the result is no longer used, record
that: \`poc followup --not-in-use "why"\`.`,
  },
  "follow-up-unmatched": {
    severity: "warning",
    kind: "breach",
    title: "A follow-up does not match its forecast",
    explanation: `It names a decision, a day or a figure that is not in the forecast, or a figure in another unit. It
is not compared and counts in no report.`,
    fix: "Withdraw it with `poc undo ID`, and record it with `poc followup`, which knows the names and the units.",
  },
} as const satisfies Record<string, CatalogueEntry>;
