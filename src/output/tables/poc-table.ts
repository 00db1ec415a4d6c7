import { overdueDays, pocState } from "../../domain/portfolio/poc-state.ts";
import { personText } from "../../domain/scalars/person.ts";
import type { ExportedPoc } from "../../app/export/exported-poc.ts";
import { day, decimals, instant, integer, money, table, text, truth } from "./table.ts";

/** Of the tables and of every column in them: columns are added within a version, none changes its meaning. */
export const SCHEMA_VERSION = 1;

const charterOf = ({ standing }: ExportedPoc) => standing.definitions.charter;
const finalOf = ({ standing }: ExportedPoc) => (standing.phase === "decided" ? standing.decision.current : undefined);

export const POC_TABLE = table<ExportedPoc>({
  name: "poc",
  about: "One row for each PoC, as it stands.",
  key: [],
  rows: (poc) => [poc],
  columns: [
    integer("schema_version", "The version of these tables.", () => SCHEMA_VERSION),
    instant("as_of", "The moment that the row is for.", ({ standing }) => standing.asOf.epochMs),
    day("as_of_day", "The day of it, in the time zone of the PoC.", ({ standing }) => standing.asOf.date),
    text("source", "The repository.", ({ source }) => source),
    text("place", "Path of the folder in the repository; empty where it is the root.", ({ place }) => place),
    text("title", "Its title.", (poc) => charterOf(poc)?.title),
    text("question", "The question that it answers.", (poc) => charterOf(poc)?.question),
    text("kind", "feasibility, vendor-evaluation or guardrail-validation.", (poc) => charterOf(poc)?.kind),
    text("owner", "Who owns it.", (poc) => person(charterOf(poc)?.owner)),
    text("sponsor", "Who decides and would fund what follows.", (poc) => person(charterOf(poc)?.sponsor)),
    text("team", "Whose PoC it is, where poc.yaml says so.", (poc) => charterOf(poc)?.team),
    text("timezone", "The time zone of its days.", (poc) => charterOf(poc)?.timebox?.timezone),
    text(
      "state",
      "draft, running, extended, decision-due, dead, go, conditional, no-go, as `poc list` says it.",
      ({ standing }) => pocState(standing),
    ),
    text("phase", "draft, running, over (time is up, undecided) or decided.", ({ standing }) => standing.phase),
    text("recommendation", "What the records recommend.", ({ standing }) => standing.recommendation.outcome),
    text("rule", "The rule that recommends it.", ({ standing }) => standing.recommendation.rule),
    text("outcome", "What was decided: go, conditional or no-go.", (poc) => finalOf(poc)?.decision.outcome),
    day("decided_on", "The day of the decision.", (poc) => finalOf(poc)?.entry.date),
    instant("started_at", "When its terms were frozen.", ({ standing }) => standing.started?.at.epochMs),
    day("first_day", "The first day of the timebox.", ({ standing }) => standing.timebox?.start),
    day("last_day", "The last day of the timebox.", ({ standing }) => standing.timebox?.end),
    integer("days_overdue", "Days since the decision was due; empty where it is not.", ({ standing }) =>
      overdueDays(standing),
    ),
    integer("working_day", "Working days begun so far.", ({ standing }) => standing.timebox?.day),
    integer("working_days", "Working days of the timebox.", ({ standing }) => standing.timebox?.of),
    text("currency", "The currency of its amounts.", ({ standing }) => standing.spend.currency),
    money("spend_cap", "The spend cap.", ({ standing }) => standing.spend.cap),
    money("spend", "Money spent so far, as `poc status` says it.", ({ standing }) => standing.spend.total),
    integer(
      "unconverted",
      "Amounts in a currency without a rate, which are in no total.",
      ({ standing }) => standing.spend.unconverted.length,
    ),
    decimals("hours_cap", "The most hours of people.", ({ standing }) => standing.effort.cap),
    decimals("hours", "Hours of people so far, meetings included.", ({ standing }) => standing.effort.hours),
    money(
      "effort_cost",
      "What these hours cost; empty where a rate is missing.",
      ({ standing }) => standing.effort.cost,
    ),
    money("impact_annual", "Annual net impact at the likely inputs.", ({ standing }) => standing.value.impact),
    decimals("payback_months", "Payback at the likely inputs; empty where it never pays back.", ({ standing }) =>
      standing.value.payback === "never" ? undefined : standing.value.payback,
    ),
    integer("entries", "Entries that count.", ({ standing }) => standing.log.counted.length),
    truth("readable", "Whether all of its files could be read.", ({ standing }) => standing.unreadable.length === 0),
  ],
});

function person(one: Parameters<typeof personText>[0] | undefined): string | undefined {
  return one && personText(one);
}
