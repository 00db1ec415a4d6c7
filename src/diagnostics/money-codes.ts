import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Money and hours: caps, amounts, prices and rates. */
export const MONEY_CODES = {
  "spend-cap-missing": {
    severity: "error",
    kind: "due",
    title: "The PoC has no spend cap",
    explanation: `A PoC is limited in time and in money. Without a cap there is no moment at which spending needs a
second thought, and token bills come after the month in which they were run up.`,
    fix: "Add `spend_cap: 2000 EUR` to poc.yaml. A good figure is one that the sponsor would not mind losing.",
  },
  "spend-cap-breached": {
    severity: "error",
    kind: "breach",
    title: "The spend is over the cap",
    explanation: `The sum of all spend, each line at its stated rate, is above the cap. The message names the entry that
took it over. Exactly the cap is not over; a refund counts as negative spend.

Recording the money was right: a log that hides overspending is worthless. Cost surprises kill PoCs because they show
what the product would cost.`,
    fix: `Stop spending and decide on the evidence you have, or have the sponsor raise the cap: \`poc amend\`. If a
line is wrong, \`poc undo\` it and log it again.`,
  },
  "spend-projected-over": {
    severity: "warning",
    kind: "breach",
    title: "At this rate the cap will not last",
    explanation: `If the daily average so far continues, spend passes the cap before the timebox ends, on the day that
the message names. The forecast starts on the third working day; fewer days predict nothing.

This is a forecast and not a fault. It comes early because the deciding run usually comes last and costs money too.`,
    fix: "Run fewer or cheaper cases, decide earlier, or ask for more before it is spent.",
  },
  "spend-cap-was-breached": {
    severity: "warning",
    kind: "breach",
    title: "The spend cap was exceeded for a while",
    explanation: `By what was known then, more than the cap had been spent. A refund, a correction, a new import or an
amount in the place of another brought the total back under it. The limit was exceeded nevertheless, and exceeding it
first and finding the money afterwards is not allowed. So the warning stays, with its day, whatever the total is now. If
it was a typing error, the reason of the correction says so: \`poc undo ID --reason "…"\`.

Each entry counts from the day on which it was written, whatever day it is dated to. An estimate that a bill replaces on
the same day was never spent, so it exceeded nothing. One that stood at the end of a day is named as an estimate.`,
    fix: "No action is needed. The person who decides should know, and reads it in the memo.",
  },
  "spend-cap-near": {
    severity: "warning",
    kind: "breach",
    title: "Spend is close to the cap",
    explanation: `90% of the cap or more is spent while the PoC is still running.`,
    fix: "Keep the rest for the deciding run.",
  },
  "spend-amount-absurd": {
    severity: "warning",
    kind: "breach",
    title: "One amount is more than a hundred times the cap",
    explanation: `A single line is more than a hundred times what the whole PoC may cost. Three zeros too many, a
point that was a comma, yen typed as euros: it happens, and every figure that depends on the total is then
meaningless.

The amount was recorded, and it counts until it is withdrawn.`,
    fix: "`poc undo` the entry and log the right amount. If the amount is right, the cap was not meant for this.",
  },
  "replacement-void": {
    severity: "warning",
    kind: "breach",
    title: "An amount replaces nothing",
    explanation: `A bill may replace metered or estimated amounts, so that each purchase counts once, with the most
reliable figure. An amount replaces lines of its own category in the entries that it names, if they are less reliable
and not later: a bill replaces metered amounts and estimates, a metered amount replaces estimates. A bill never replaces
a bill, and a line is replaced only once.

Here the named entry has no such line. Both amounts count, so the same purchase may be in the total twice.`,
    fix: `\`poc show ID\` shows what the entry contains. If the wrong entry was named, \`poc undo\` the amount and log
it again with the right \`--replaces\`.`,
  },
  "model-prices-mixed": {
    severity: "warning",
    kind: "breach",
    title: "The prices of one model are in several currencies",
    explanation: `Input, cached input and output of a model are on one bill, in one currency. If the price list states
them in several, the cost of a run depends on exchange rates of an unknown day.

Amounts that are already logged do not change.`,
    fix: "State all prices of the model in the currency of the bill, under `models:` in costs.yaml.",
  },
  "hours-cap-breached": {
    severity: "error",
    kind: "breach",
    title: "The hours are over the cap",
    explanation: `The team's hours, meetings included (length times the number of people), are above the cap in the
charter. Untracked hours and endless meetings are costs that no invoice shows, and they take the team's attention as
well.`,
    fix: "Decide on the evidence you have, or have the cap raised with `poc amend`. Look at the meetings first.",
  },
  "hours-cap-was-breached": {
    severity: "warning",
    kind: "breach",
    title: "The hours cap was exceeded for a while",
    explanation: `By what was known then, the team had worked more hours than the cap allows. A correction brought the
total back under it. The limit was exceeded nevertheless, as far as anybody knew. So the warning stays, with its day,
whatever the total is now. If it was a typing error, the reason of the correction says so: \`poc undo ID --reason
"…"\`.

A later import of the same timesheet corrects its own hours and exceeds nothing.`,
    fix: "No action is needed. The person who decides should know, and reads it in the memo.",
  },
  "hours-projected-over": {
    severity: "warning",
    kind: "breach",
    title: "At this rate the hours will not last",
    explanation: `If the daily average so far continues, the team's hours pass their cap before the timebox ends, on
the day that the message names. The forecast starts on the third working day.

The hours of a PoC have a cap because attention runs out more quietly than money does.`,
    fix: "Cut meetings first, decide earlier, or have the cap raised with `poc amend` before you pass it.",
  },
  "hours-over-a-day": {
    severity: "error",
    kind: "breach",
    title: "One person has logged more than 24 hours on one day",
    explanation: `The person's own hours and the meetings that the person logged add up to more than a day has.
Typical causes: the hours of several people in one entry, minutes typed as hours, or one day's work logged twice.

The cost of staff time is calculated from these hours.`,
    fix: `\`poc undo\` what is wrong and log it again. Other people log their own hours, or you log for them with
\`--by\`.`,
  },
  "exchange-rate-missing": {
    severity: "error",
    kind: "records",
    title: "There is no exchange rate for a currency",
    explanation: `An amount is in another currency than the cap, and neither the line nor costs.yaml states a rate.
Without a rate, two currencies cannot be added. No rate is guessed, so nothing about the money is judged.`,
    fix: "Add the currency under `exchange:` in costs.yaml with its rate, date and source.",
  },
  "exchange-rate-unsourced": {
    severity: "warning",
    kind: "due",
    title: "An exchange rate has no date or no source",
    explanation: `Every total with a foreign currency depends on its rate. Without the day and the source, nobody can
look it up, and readers of the memo have to trust it.`,
    fix: "Add `date` and `source` to the rate under `exchange:` in costs.yaml.",
  },
  "exchange-rate-later": {
    severity: "warning",
    kind: "breach",
    title: "An exchange rate is later than the spend",
    explanation: `The rate is from a day after the money was spent, so it is not the rate that was paid. The difference
is usually small, but somebody could choose a later rate that fits the cap.

A line keeps the rate at which it was logged, so a new rate changes no earlier total.`,
    fix: "Add `rate` to the line with the rate of that day, or correct the date of the rate in costs.yaml.",
  },
  "exchange-rate-implausible": {
    severity: "warning",
    kind: "breach",
    title: "An exchange rate is far from what the money is worth",
    explanation: `The rate is more than five times higher or lower than the magnitude at which these two currencies are
exchanged: it is inverted, a zero too many or too few, or it makes an amount vanish from the total. The tool knows the
magnitude of the major currencies only, from a table in its code that is years old by now, and never a rate of the day.
That is enough to find such a slip, and it says nothing about a rate that is off by a few percent.`,
    fix: "Write what one unit of the foreign currency is in the currency of the cap, with the day and the source.",
  },
  "exchange-rate-of-itself": {
    severity: "warning",
    kind: "breach",
    title: "A rate converts the currency of the PoC into itself",
    explanation: `A rate under \`exchange:\` belongs under the code of the foreign currency, and says how much of the
PoC's currency one unit of it is worth. This one is under the PoC's own currency, so it never converts anything. Most
often it is the right rate, inverted.`,
    fix: "Use the code of the foreign currency, and invert the rate if necessary; or remove the line.",
  },
  "currency-conflict": {
    severity: "warning",
    kind: "breach",
    title: "The costs name another currency than the cap",
    explanation: `Everything is calculated in the currency of the spend cap, because it is compared with the cap.
costs.yaml names another currency, which is ignored. An amount without a currency, such as \`--spend 12.40\`, is in the
currency of the cap.

\`currency\` in costs.yaml is for a PoC without a cap.`,
    fix: `Write the currency of the cap in costs.yaml, or remove the line. To use another currency for everything,
change the cap: \`poc amend\`.`,
  },
} as const satisfies Record<string, CatalogueEntry>;
