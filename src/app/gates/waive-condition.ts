import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { GateStanding, GateWay } from "../../domain/gates/gate-standing.ts";
import { nameHint } from "../../domain/scalars/nearest.ts";
import { askedAuthor, askedPerson, typedPerson } from "../poc/author.ts";
import { requireOtherApprover } from "../agreement/policy-rules.ts";
import { RuleFault, UsageFault } from "../ports/faults.ts";
import { waiverProblems, waiversOf } from "./gate-waivers.ts";
import { openGates, waivableItems } from "./open-gates.ts";
import type { Context } from "../ports/ports.ts";
import type { Report } from "../poc/report.ts";
import { recordEntry } from "../log/record-entry.ts";

export interface WaiveRequest {
  readonly directory: string | undefined;
  /** A condition of the gate where the PoC stands, or of one that was passed without it. */
  readonly item: string | undefined;
  readonly reason: string | undefined;
  readonly until: string | undefined;
  readonly approver: string | undefined;
  readonly by: string | undefined;
  readonly allowSecret: boolean;
}

export interface WaiveResult extends Report {
  /** Undefined where the definitions of gates are at fault. */
  readonly entry: Entry | undefined;
  readonly faults: readonly LocatedDiagnostic[];
}

/**
 * Records that a condition of a gate need not be met until a day, and who answers for it.
 *
 * @throws UsageFault, RuleFault, FileFault
 */
export async function waiveCondition(context: Context, request: WaiveRequest): Promise<WaiveResult> {
  const { item, reason, until } = request;
  const typed = {
    items: item === undefined ? [] : [item],
    reasons: reason === undefined ? [] : [reason],
    until: until === undefined ? [] : [until],
  };
  const problems = [
    ...(item === undefined
      ? [{ message: "a waiver needs a condition", hint: "name it: poc gate waive ITEM; poc gate lists them" }]
      : waiverProblems(typed)),
    ...(request.approver === undefined
      ? [{ message: "a waiver needs a responsible person", hint: 'add --approver "Marta Weiss"' }]
      : []),
  ];
  if (problems.length > 0) throw new UsageFault(problems);
  typedPerson("--approver", request.approver!);
  const { poc, report, way, checklists, faults } = await openGates(context, request.directory, undefined, "fresh");
  if (faults.length > 0) return { ...report, entry: undefined, faults };
  const gate = gateOf(way, item!);
  const approver = await askedPerson(context, "--approver", request.approver!, poc.records);
  const author = await askedAuthor(context, request.by, poc.records);
  requireOtherApprover(context, report.standing, "waiver", { approver, author });
  const waivers = waiversOf(typed, gate, checklists, report.standing.asOf.date).map((waiver) => ({
    ...waiver,
    approver,
  }));
  return {
    ...recordEntry(context, poc, { waivers }, { ...author, allowSecret: request.allowSecret }),
    faults: [],
  };
}

/** The gate whose condition it is; a bare name is one of the gate where the PoC stands. */
function gateOf(way: GateWay, item: string): GateStanding {
  const [id] = item.split(".");
  const named = item.includes(".") ? way.gates.find(({ gate }) => gate.id === id) : way.here;
  if (named === undefined) {
    const ids = way.gates
      .filter(({ place }) => place === "here" || place === "passed")
      .flatMap(({ gate }) => waivableItems(gate));
    throw new UsageFault(`no gate has a condition called "${item.slice(0, 80)}"`, nameHint(item, ids));
  }
  if (named.place === "here" || named.place === "passed") return named;
  throw new RuleFault(
    `${named.gate.title} is ${named.place === "dropped" ? "not asked for" : "not the gate where this PoC stands"}, ` +
      `so none of its conditions can be waived`,
    way.here === undefined ? "poc gate" : `the gate is ${way.here.gate.id}`,
  );
}
