import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Of amounts, hours, prices and rates: what was logged, and what it is reckoned by. */
export const MONEY_CODES = {
  "spend-amount-absurd": {
    severity: "warning",
    kind: "breach",
    title: "One amount is more than a hundred times the cap",
    explanation: `A single line holds more than a hundred times what the whole PoC may cost. Three zeros too many, a point that was a comma, yen that were typed as euros: it happens, and everything that is reckoned from the total is then beside the point.

It was recorded, and it counts until it is withdrawn.`,
    mend: "`poc undo` the entry, and log the amount again as it is. If it is right, the cap was not meant for this.",
  },
  "replacement-void": {
    severity: "warning",
    kind: "breach",
    title: "An amount is to replace others, and there is nothing to replace",
    explanation: `A bill may take the place of amounts that had been metered or estimated, so that each purchase counts once, by the figure that is known best. An amount replaces lines of its own category, in entries that are named and not later than itself, that are known less well: a bill replaces metered amounts and estimates, a metered amount replaces estimates. A bill never replaces a bill, and what was replaced once is not replaced again.

Here an entry is named that holds nothing of the kind. Both amounts count, so the same purchase may be in the total twice.`,
    mend: "See what the entry holds with `poc show ID`. If it was a slip, `poc undo` the amount and log it again with the right `--replaces`.",
  },
  "hours-projected-over": {
    severity: "warning",
    kind: "breach",
    title: "At this rate the hours will not last",
    explanation: `If the mean of the working days so far holds, people's hours pass their cap before the timebox ends, on the day that is named. It is reckoned from the third working day on.

The hours of a PoC have a cap because attention runs out more quietly than money does.`,
    mend: "Cut meetings first, decide earlier, or have the cap raised with `poc amend` before it is passed.",
  },
  "hours-over-a-day": {
    severity: "error",
    kind: "breach",
    title: "One person has logged more than 24 hours on one day",
    explanation: `Own hours, and the length of the meetings that the person logged, come to more than a day has. Hours of several people in one entry, minutes typed as hours, or one day's work logged twice.

The cost of people's time rests on these hours, and the hidden share of the cost with it.`,
    mend: "`poc undo` what is wrong and log it again. What others worked is logged by them, or with `--by`.",
  },
  "model-prices-mixed": {
    severity: "warning",
    kind: "breach",
    title: "The prices of one model are in several currencies",
    explanation: `Input, cached input and output of a model are paid on one bill, in one currency. Where the price list states them in several, the cost of a run cannot be told without rates of a day nobody knows.

Amounts that were logged before keep what they were.`,
    mend: "State all prices of the model in the currency of the bill, under `models:` in costs.yaml.",
  },
  "currency-conflict": {
    severity: "warning",
    kind: "breach",
    title: "The costs are stated in another currency than the cap",
    explanation: `Everything is reckoned in the currency of the spend cap, because it is compared with the cap. costs.yaml states another one, which is not heeded: an amount without a currency, a bare \`--spend 12.40\`, is in the currency of the cap.

\`currency\` in costs.yaml is for a PoC without a cap.`,
    mend: "Write the currency of the cap in costs.yaml, or take the line out. Another currency for everything is another cap: `poc amend`.",
  },
  "exchange-rate-of-itself": {
    severity: "warning",
    kind: "breach",
    title: "A rate turns the reckoning currency into itself",
    explanation: `A rate under \`exchange:\` stands under the code of the foreign currency, and says how much of the PoC's currency one unit of it is. This one stands under the PoC's own currency, so nothing is ever converted by it. Most often it is the right rate the wrong way round.`,
    mend: "Put the code of the foreign currency, and turn the rate round where it is the wrong way; or take the line out.",
  },
  "exchange-rate-unsourced": {
    severity: "warning",
    kind: "due",
    title: "An exchange rate has no date or no source",
    explanation: `A rate turns money into other money, and every total in a foreign currency rests on it. Without its day and its source nobody can look it up, and whoever reads the memo has to take it on trust.`,
    mend: "Add `date` and `source` to the rate under `exchange:` in costs.yaml.",
  },
  "exchange-rate-later": {
    severity: "warning",
    kind: "breach",
    title: "Money is converted at a rate that was taken later",
    explanation: `The rate was taken after the day on which the money was spent, so it is not the rate at which it was spent. The difference is small most of the time, and free to be chosen: a later rate can be the one that fits the cap.

A line keeps the rate it was logged at, so a rate that is brought up to date changes no earlier total.`,
    mend: "Add `rate` to the line as it was on that day, or correct the date of the rate in costs.yaml.",
  },
} as const satisfies Record<string, CatalogueEntry>;
