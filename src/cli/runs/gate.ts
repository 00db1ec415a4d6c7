import { EXIT } from "../../app/ports/exit.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import type { Context } from "../../app/ports/ports.ts";
import { showGates } from "../../app/gates/show-gates.ts";
import { nearest } from "../../domain/scalars/nearest.ts";
import { gatesText } from "../../output/views/gate-text.ts";
import { flagName, type InputOf } from "../command.ts";
import type { gateCommand } from "../commands/gate.ts";
import { printPeople } from "../printing/print-people.ts";
import { printAnswer } from "../printing/print-answer.ts";
import { printDiagnostics } from "../printing/print-diagnostics.ts";
import { printUnread } from "../printing/print-unread.ts";
import { pocText } from "../style.ts";

type Input = InputOf<typeof gateCommand>;

export function runGate(context: Context, input: Input): Promise<number> {
  switch (input.args.gate) {
    case "pass":
      return pass(context, input);
    case "waive":
      return waive(context, input);
    default:
      return show(context, input);
  }
}

async function show(context: Context, input: Input): Promise<number> {
  const slip = nearest(input.args.gate ?? "", ["pass", "waive"]);
  const meant = slip === undefined ? undefined : `did you mean poc gate ${slip}?`;
  refuse(
    input,
    ["approver", "waive", "reason", "until", "by", "allowSecret"],
    "belongs to poc gate pass or poc gate waive",
    meant,
  );
  const stray = input.args.name;
  if (stray !== undefined)
    throw new UsageFault(
      `found "${stray.slice(0, 60)}" after the gate, expected nothing more`,
      meant ?? "to record that a gate is passed: poc gate pass GATE",
    );
  const result = await showGates(context, {
    directory: input.directory,
    gate: input.args.gate,
    asOf: input.flags.asOf,
  });
  if (result.faults.length > 0) return faulty(context, result.folder, result.faults);
  if (isJson(input)) {
    const { envelopeJson, gateWayJson } = await jsonOfGates();
    context.terminal.out(envelopeJson("gate", result, gateWayJson(result.way, result.shown), context.cwd));
  } else context.terminal.out(await pocText(context, "out", result, (style) => gatesText(result, style)));
  return printUnread(context, result);
}

async function pass(context: Context, input: Input): Promise<number> {
  refuse(input, ["asOf"], "is only for showing a gate, not for passing one");
  const { passGate } = await import("../../app/gates/pass-gate.ts");
  const { passAnswer } = await import("../../output/answers/gate-answer.ts");
  const result = await passGate(context, {
    directory: input.directory,
    gate: input.args.name,
    approver: input.flags.approver,
    items: input.flags.waive,
    reasons: input.flags.reason,
    until: input.flags.until,
    by: input.flags.by,
    allowSecret: input.flags.allowSecret,
  });
  if (result.faults.length > 0) return faulty(context, result.folder, result.faults);
  const refused = result.entry === undefined;
  if (isJson(input)) {
    const { entryJson, envelopeJson, gateJson } = await jsonOfGates();
    printAnswer(
      context,
      envelopeJson(
        "gate",
        result,
        {
          entry: refused ? null : entryJson(result.entry!, result.standing),
          gate: result.gate === undefined ? null : gateJson(result.gate),
          missing: [...result.reopened, ...result.missing].map(({ id }) => id),
        },
        context.cwd,
      ),
    );
  } else if (refused) context.terminal.err(await pocText(context, "err", result, (style) => passAnswer(result, style)));
  else {
    printAnswer(context, await pocText(context, "out", result, (style) => passAnswer(result, style)));
    await printPeople(context, result);
    await printUnread(context, result);
  }
  return refused ? EXIT.breach : EXIT.fine;
}

async function waive(context: Context, input: Input): Promise<number> {
  refuse(input, ["asOf"], "is only for showing a gate, not for waiving a condition");
  refuse(input, ["waive"], "belongs to poc gate pass; poc gate waive names its condition at once");
  const { waiveCondition } = await import("../../app/gates/waive-condition.ts");
  const result = await waiveCondition(context, {
    directory: input.directory,
    item: input.args.name,
    reason: onlyOne(input, "reason"),
    until: onlyOne(input, "until"),
    approver: input.flags.approver,
    by: input.flags.by,
    allowSecret: input.flags.allowSecret,
  });
  if (result.entry === undefined) return faulty(context, result.folder, result.faults);
  if (isJson(input)) {
    const { entryJson, envelopeJson } = await jsonOfGates();
    const entry = entryJson(result.entry, result.standing);
    printAnswer(context, envelopeJson("gate", result, { entry }, context.cwd));
  } else {
    const { waiveAnswer } = await import("../../output/answers/gate-answer.ts");
    printAnswer(context, await pocText(context, "out", result, (style) => waiveAnswer(result, style)));
    await printPeople(context, result);
  }
  await printUnread(context, result);
  return EXIT.fine;
}

/** If the definition of a gate cannot be read, the gate is not judged, because half of it would be another gate. */
async function faulty(
  context: Context,
  folder: string,
  faults: Parameters<typeof printDiagnostics>[2],
): Promise<number> {
  await printDiagnostics(context, folder, faults);
  return EXIT.records;
}

/** Few ask for JSON, and what writes it is loaded for them alone. */
async function jsonOfGates() {
  const { entryJson } = await import("../../output/json/entry-json.ts");
  const { envelopeJson } = await import("../../output/json/envelope-json.ts");
  return { entryJson, envelopeJson, ...(await import("../../output/json/gate-json.ts")) };
}

function isJson(input: Input): boolean {
  return input.flags.format === "json";
}

function onlyOne({ flags }: Input, name: "reason" | "until"): string | undefined {
  const given = flags[name];
  if (given.length > 1) throw new UsageFault(`${flagName(name)}: found ${given.length}, expected one`);
  return given[0];
}

function refuse({ flags }: Input, names: readonly (keyof Input["flags"])[], why: string, hint?: string): void {
  const stray = names.find((name) => {
    const value = flags[name];
    return value !== undefined && value !== false && (value === true || value.length > 0);
  });
  if (stray !== undefined) throw new UsageFault(`${flagName(stray)}: ${why}`, hint);
}
