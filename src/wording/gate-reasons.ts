import { longDateLabel } from "../domain/scalars/calendar.ts";
import type { GateReason } from "../domain/gates/gate-reason.ts";
import type { GateItemStanding } from "../domain/gates/gate-standing.ts";
import type { GateCount } from "../domain/gates/open-conditions.ts";
import type { GateArtifact } from "../domain/records/gate.ts";
import type { LoggedWaiver } from "../domain/records/gate-log.ts";
import { outgrownClause } from "./charter.ts";
import { countLabel, hoursLabel, listLabel, moneyLabel, monthsLabel } from "../domain/scalars/labels.ts";
import { outcomeLabel } from "../domain/standing/outcome.ts";
import { inputLabel } from "./input-words.ts";
import { itemClause } from "./item-reasons.ts";
import { unknownAnswerLabel, unknownEvidenceText } from "./unknowns.ts";
import { namedAs } from "./people.ts";

/** What shows a condition of a gate, or what is missing, as a clause: `frozen on Mon 16 Nov 2026 by Ana Ruiz`. */
export function gateClause(because: GateReason): string {
  switch (because.code) {
    case "attested-before":
      return `${itemClause({ ...because, code: "attested" })} (attested for ${because.at})`;
    case "checklist":
      return (
        `${because.list} ${because.met} of ${because.of}` +
        (because.open.length === 0 ? "" : `; open: ${listLabel(because.open)}`)
      );
    case "recorded":
      return because.sentence;
    case "question-incomplete":
      return `poc.yaml lacks ${listLabel(because.missing)}`;
    case "question-asked":
      return `asked, with ${countLabel(because.unknowns, "unknown")} to answer`;
    case "no-owner":
      return "poc.yaml names no owner";
    case "owner-named":
      return `${because.owner.name} is the owner`;
    case "impact-unknown":
      return "value.yaml gives neither an impact nor a payback";
    case "case-quantified":
      return (
        `${moneyLabel(because.impact)} a year, ` +
        (because.payback === "never" ? "it never pays back" : `payback ${monthsLabel(because.payback)}`) +
        estimatesClause(because.estimated)
      );
    case "inputs-unsourced":
      return `no source or reason is given for ${listLabel(because.inputs)}`;
    case "inputs-sourced":
      return `${countLabel(because.inputs, "input")} with a source${estimatesClause(because.estimated)}`;
    case "threshold-set":
      return listLabel([
        ...(because.payback === undefined ? [] : [`a payback of at most ${monthsLabel(because.payback)}`]),
        ...(because.impact === undefined ? [] : [`an impact of at least ${moneyLabel(because.impact)} a year`]),
      ]);
    case "threshold-met":
      return "the business case meets its threshold";
    case "no-kill-criteria":
      return "kill-criteria.yaml has no criteria";
    case "kill-criteria-incomplete":
      return `without a day, or without a condition or question: ${listLabel(because.criteria)}`;
    case "kill-criteria-dated":
      return `${countLabel(because.criteria, "criterion", "criteria")}, each with its condition and day`;
    case "no-assumptions":
      return "assumptions.yaml has no assumptions";
    case "assumptions-unstated":
      return `without a statement: ${listLabel(because.assumptions)}`;
    case "evals-unmapped":
      return `without a target, or testing no assumption: ${listLabel(because.evals)}`;
    case "hypotheses-mapped": {
      const { tested, assumptions } = because;
      const rest = tested === assumptions ? "" : "; a person answers the rest";
      return `${tested} of ${countLabel(assumptions, "assumption")} tested by an eval${rest}`;
    }
    case "not-started":
      return "the clock has not started";
    case "terms-frozen":
      return `frozen on ${longDateLabel(because.on)} by ${namedAs(because.by, because)}`;
    case "caps-missing":
      return `poc.yaml lacks ${listLabel(because.missing.map((cap) => (cap === "timebox" ? "timebox" : "spend_cap")))}`;
    case "caps-set":
      return `${countLabel(because.workingDays, "working day")} and ${moneyLabel(because.spendCap)}`;
    case "unknowns-open": {
      const open = because.open.map((item) => `“${item.unknown.question}” (${unknownEvidenceText(item)})`);
      return `${because.open.length} of ${countLabel(because.of, "unknown")} open: ${listLabel(open)}`;
    }
    case "unknowns-answered":
      return because.unknowns
        .map((item) => `“${item.unknown.question}” ${unknownAnswerLabel(item.state)}: ${unknownEvidenceText(item)}`)
        .join("; ");
    case "log-incomplete":
      return `the log has ${listLabel(because.missing.map((what) => UNLOGGED[what]))}`;
    case "log-kept":
      return (
        `${countLabel(because.entries, "entry", "entries")}: ${countLabel(because.results, "result")}, ` +
        `${moneyLabel(because.spend)} and ${hoursLabel(because.hours)}`
      );
    case "not-decided":
      return "not decided yet";
    case "decided":
      return `${outcomeLabel(because.outcome)}, by ${namedAs(because.by, because)} on ${longDateLabel(because.on)}`;
    case "gate-not-reached":
      return `${because.counts === "results" ? "measured again" : "counted"} from the day the previous gate is passed`;
    case "not-measured-since":
      return `not measured since the previous gate was passed: ${listLabel(because.evals)}`;
    case "targets-met":
      return `${listLabel(because.evals)} met ${because.evals.length === 1 ? "its target" : "their targets"}`;
    case "no-mvp-budget":
      return "poc.yaml names no mvp.budget";
    case "budget-unattested":
      return `${moneyLabel(because.budget)} named in poc.yaml; that it is committed is not attested yet`;
    case "budget-outgrown":
      return outgrownClause(because);
    case "no-spend":
      return `no spend was logged${because.sinceGate ? " since the previous gate was passed" : ""}`;
    case "spend-logged":
      return `${countLabel(because.amounts, "amount")} logged, ${moneyLabel(because.total)} in all`;
    case "no-file":
      return `there is no ${because.pattern}`;
    case "file-found":
      return because.file;
    case "no-document":
      return `there is no memos/${because.document}-DAY.md`;
    case "document-edited":
      return `${because.path} was edited by hand, so only a person can vouch for it`;
    case "document-stale":
      return (
        `${because.path} is out of date` +
        (because.changes === 0 ? "" : `: ${countLabel(because.changes, "change")} since it was rendered`)
      );
    case "document-found":
      return because.foreign ? `${because.path}, which poc did not render` : because.path;
    default:
      return itemClause(because);
  }
}

function estimatesClause(inputs: readonly string[]): string {
  return inputs.length === 0 ? "" : `, on estimates for ${listLabel(inputs.map(inputLabel))}`;
}

const UNLOGGED = { results: "no results", spend: "no money or hours" } as const;

/** How a condition of a gate is closed: in words where its definition has some, and by commands. */
export interface Closing {
  /** "" where the command says it all. */
  readonly how: string;
  /** Each of them closes it. */
  readonly commands: readonly string[];
}

/** Undefined where there is nothing to close. */
export function closingOf({ item, id, state }: GateItemStanding<GateArtifact>): Closing | undefined {
  if (state === "met") return undefined;
  const render =
    item.document === undefined ? [] : [`poc memo${item.document === "decision" ? "" : ` ${item.document}`}`];
  const list = item.checklist === undefined ? [] : [`poc checklist ${item.checklist}`];
  const attest = item.attestable && state !== "failed" && state !== "stale" ? [`poc log --attest ${id}=LINK`] : [];
  const how =
    item.closedBy ??
    (item.file === undefined || state === "stale" ? "" : `put ${item.file} into the folder of the PoC`);
  return { how, commands: [...render, ...list, ...attest] };
}

/** `waived until Thu 31 Dec 2026, by Marta Weiss: the review is booked`; an expired one says so. */
export function waiverSentence({ waiver, expired }: LoggedWaiver): string {
  const until = `${expired ? "a waiver expired on" : "waived until"} ${longDateLabel(waiver.until)}`;
  return `${until}, by ${waiver.approver.name}: ${waiver.reason}`;
}

/** `4 of 6 conditions open`, `1 document to render`; "" where nothing is left. */
export function leftOfGate({ open, of, documents }: Pick<GateCount, "open" | "of" | "documents">): string {
  return [
    open === 0 ? "" : `${open} of ${countLabel(of, "condition")} open`,
    documents === 0 ? "" : `${countLabel(documents, "document")} to render`,
  ]
    .filter((text) => text !== "")
    .join(", ");
}
