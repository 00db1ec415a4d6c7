import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { dateLabel, longDateLabel } from "../../domain/scalars/calendar.ts";
import type { Entry, GatePassage, PassedCondition, Waiver } from "../../domain/records/entry.ts";
import type { GateItemStanding, GateStanding, GateWay } from "../../domain/gates/gate-standing.ts";
import { conditionsOf, openConditions, reopenedConditions } from "../../domain/gates/open-conditions.ts";
import type { GateArtifact } from "../../domain/records/gate.ts";
import { parsePerson, personText, type Person } from "../../domain/scalars/person.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { askedAuthor, askedPerson, typedPerson } from "../poc/author.ts";
import { confirmAct, type ActLine } from "../agreement/confirm-act.ts";
import { requireOtherApprover } from "../agreement/policy-rules.ts";
import { RecordsFault, RuleFault, UsageFault } from "../ports/faults.ts";
import { waiverProblems, waiversOf, type WaiverRequest } from "./gate-waivers.ts";
import { findGate, openGates } from "./open-gates.ts";
import type { Context } from "../ports/ports.ts";
import type { Report } from "../poc/report.ts";
import { gateClause } from "../../wording/gate-reasons.ts";
import { recordEntry } from "../log/record-entry.ts";
import { optional } from "../../domain/scalars/optional.ts";

export interface PassRequest extends WaiverRequest {
  readonly directory: string | undefined;
  /** The gate where the PoC stands where none is named. */
  readonly gate: string | undefined;
  readonly approver: string | undefined;
  readonly by: string | undefined;
  readonly allowSecret: boolean;
}

export interface PassResult extends Report {
  /** Undefined where passing was refused. */
  readonly entry: Entry | undefined;
  /** The gate that was passed, or that has to be passed first. */
  readonly gate: GateStanding | undefined;
  /** The gate that was asked for, where another comes first. */
  readonly asked: GateStanding | undefined;
  /** What is missing, where that is why. */
  readonly missing: readonly GateItemStanding<GateArtifact>[];
  /** Conditions of gates that were passed before, whose waiver has expired. */
  readonly reopened: readonly GateItemStanding<GateArtifact>[];
  readonly next: GateStanding | undefined;
  readonly faults: readonly LocatedDiagnostic[];
}

/**
 * Records that a gate was passed and who approved, or refuses, names everything that is missing, and writes nothing.
 *
 * @throws UsageFault, RuleFault, RecordsFault, FileFault
 */
export async function passGate(context: Context, request: PassRequest): Promise<PassResult> {
  const asks = context.terminal.inIsTerminal && context.terminal.errIsTerminal;
  const problems = [
    ...(request.approver === undefined && !asks
      ? [{ message: "a person has to approve the gate", hint: 'add --approver "Marta Weiss"' }]
      : []),
    ...waiverProblems(request),
  ];
  if (problems.length > 0) throw new UsageFault(problems);
  if (request.approver !== undefined) typedPerson("--approver", request.approver);
  const { poc, report, way, checklists, faults } = await openGates(context, request.directory, undefined, "fresh");
  const refused = { ...report, entry: undefined, asked: undefined, missing: [], reopened: [], next: undefined, faults };
  if (faults.length > 0) return { ...refused, gate: undefined };
  requireOpen(report.standing);
  const asked = request.gate === undefined ? undefined : findGate(way, request.gate);
  const gate = gateToPass(way, asked);
  const { asOf } = report.standing;
  const ahead = asked !== undefined && asked !== gate;
  const unsigned = ahead ? [] : waiversOf(request, gate, checklists, asOf.date);
  const missing = openConditions(gate).filter(({ id }) => !unsigned.some((waiver) => waiver.item === id));
  const reopened = reopenedConditions(way);
  if (ahead || missing.length + reopened.length > 0)
    return { ...refused, gate, asked: ahead ? asked : undefined, missing, reopened };
  const author = await askedAuthor(context, request.by, poc.records);
  const typed = request.approver ?? (await askApprover(context, gate, report.standing));
  const approver = await askedPerson(context, "--approver", typed, poc.records);
  requireOtherApprover(context, report.standing, "gate", { approver, author });
  const waivers = unsigned.map((waiver) => ({ ...waiver, approver }));
  if (request.approver === undefined)
    await confirmAct(context, passageLines(gate, waivers, approver), "Record this passage? A gate is passed once.");
  const passage = passageOf(gate, report.standing, waivers, approver);
  const facts = { ...optional("waivers", waivers.length === 0 ? undefined : waivers), gate: passage };
  const recorded = recordEntry(context, poc, facts, { ...author, allowSecret: request.allowSecret });
  const next = way.gates.find(({ place }) => place === "ahead");
  return { ...recorded, gate, asked: undefined, missing: [], reopened: [], next, faults: [] };
}

function passageLines({ gate }: GateStanding, waivers: readonly Waiver[], approver: Person): readonly ActLine[] {
  return [
    ["Passed", gate.title],
    ...waivers.map(({ item, reason, until }): ActLine => ["Waived", `${item} until ${dateLabel(until)}: ${reason}`]),
    ["Approved by", personText(approver)],
  ];
}

/** Asked only if nothing else is missing: a person is not asked to approve what will be refused. */
async function askApprover(
  context: Context,
  { gate }: GateStanding,
  { definitions: { charter } }: Standing,
): Promise<string> {
  const prompts = await context.prompter();
  const sponsor = charter?.sponsor;
  return prompts.ask({
    message: `Who approves the passage of ${gate.title}?`,
    example: "Marta Weiss <marta@example.com>; the name alone is enough",
    refuse: (answer) => (parsePerson(answer).ok ? undefined : "give a name, such as Marta Weiss <marta@example.com>"),
    ...(sponsor === undefined ? {} : { default: personText(sponsor) }),
  });
}

/** The problems with which no gate can be passed. */
function requireOpen({ unreadable, decision: { current } }: Standing): void {
  if (unreadable.length > 0)
    throw new RecordsFault("part of the records cannot be read, so no gate can be judged", "poc check");
  if (current?.decision.outcome === "no-go") {
    throw new RuleFault(
      `${current.decision.by.name} decided no-go on ${longDateLabel(current.entry.date)}, and the work ends there`,
      "tear the PoC down; only a later decision can resume it: poc decide … --supersede",
    );
  }
}

function gateToPass({ here }: GateWay, asked: GateStanding | undefined): GateStanding {
  if (asked?.passage !== undefined) {
    const { entry, passage } = asked.passage;
    throw new RuleFault(
      `${passage.title} was passed on ${longDateLabel(entry.date)}, approved by ${passage.approver.name}, and a ` +
        `gate is passed once`,
      here === undefined ? "it was the last one" : `the next one is ${here.gate.id}`,
    );
  }
  if (asked?.place === "dropped")
    throw new RuleFault(
      `${asked.gate.title} is not asked for here: ${asked.gate.dropped!}`,
      here === undefined ? "poc gate" : `the next one is ${here.gate.id}`,
    );
  if (asked?.place === "passed-over")
    throw new RuleFault(
      `a later gate than ${asked.gate.title} was passed already`,
      here === undefined ? "poc gate" : `the next one is ${here.gate.id}`,
    );
  if (here === undefined) throw new RuleFault("every gate is passed", "poc gate");
  return here;
}

/** Enough entries to show what a condition rests on; the log has all of them. */
const MOST_ENTRIES = 20;

function passageOf(
  standing: GateStanding,
  { gates }: Standing,
  waivers: readonly Waiver[],
  approver: GatePassage["approver"],
): GatePassage {
  const { gate, questions } = standing;
  const asked = conditionsOf<GateItemStanding<GateArtifact>>(standing);
  const conditions = asked.map(({ item, id, state, basis, because, entries }): PassedCondition => {
    const waived = state !== "met" || waivers.some((waiver) => waiver.item === id);
    return {
      item: item.id,
      state: waived ? "waived" : "met",
      basis: waived ? "none" : basis,
      because: gateClause(because),
      entries: entries.slice(-MOST_ENTRIES),
    };
  });
  const unanswered = questions.flatMap(({ question, answer }) => (answer === undefined ? [question.id] : []));
  const before = gates.passages.at(-1)?.passage.gate;
  return {
    gate: gate.id,
    number: gate.number,
    title: gate.title,
    ...optional("after", before),
    approver,
    conditions,
    ...optional("openQuestions", unanswered.length === 0 ? undefined : unanswered),
  };
}
