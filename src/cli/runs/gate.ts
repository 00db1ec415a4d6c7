import { EXIT } from "../../app/ports/exit.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import { passGate } from "../../app/gates/pass-gate.ts";
import type { Context } from "../../app/ports/ports.ts";
import { showGates } from "../../app/gates/show-gates.ts";
import { waiveCondition } from "../../app/gates/waive-condition.ts";
import { entryJson } from "../../output/json/entry-json.ts";
import { envelopeJson } from "../../output/json/envelope-json.ts";
import { passAnswer, waiveAnswer } from "../../output/answers/gate-answer.ts";
import { gateJson, gateWayJson } from "../../output/json/gate-json.ts";
import { gatesText } from "../../output/views/gate-text.ts";
import type { Input } from "../command.ts";
import { argument, text, texts } from "../flag-values.ts";
import { printAnswer } from "../print-answer.ts";
import { printDiagnostics } from "../print-diagnostics.ts";
import { styleFor } from "../style.ts";

export function runGate(context: Context, input: Input): Promise<number> {
  switch (argument(input, 0)) {
    case "pass":
      return pass(context, input);
    case "waive":
      return waive(context, input);
    default:
      return show(context, input);
  }
}

async function show(context: Context, input: Input): Promise<number> {
  refuse(input, ["approver", "waive", "reason", "until", "by"], "belongs to poc gate pass or poc gate waive");
  const stray = argument(input, 1);
  if (stray !== undefined)
    throw new UsageFault(
      `found "${stray.slice(0, 60)}" after the gate, expected nothing more`,
      "to record that a gate is passed: poc gate pass GATE",
    );
  const result = await showGates(context, {
    directory: text(input, "directory"),
    gate: argument(input, 0),
    asOf: text(input, "asOf"),
  });
  if (result.faults.length > 0) return faulty(context, result.folder, result.faults);
  if (isJson(input)) {
    context.terminal.out(envelopeJson("gate", result, gateWayJson(result.way, result.shown), context.cwd));
    return EXIT.fine;
  }
  context.terminal.out(gatesText(result, await styleFor(context, "out")));
  await printDiagnostics(context, result.folder, result.ofRecords);
  return EXIT.fine;
}

async function pass(context: Context, input: Input): Promise<number> {
  refuse(input, ["asOf"], "is for looking, and a gate is passed now");
  const result = await passGate(context, {
    directory: text(input, "directory"),
    gate: argument(input, 1),
    approver: text(input, "approver"),
    items: texts(input, "waive"),
    reasons: texts(input, "reason"),
    until: texts(input, "until"),
    by: text(input, "by"),
  });
  if (result.faults.length > 0) return faulty(context, result.folder, result.faults);
  const refused = result.entry === undefined;
  if (isJson(input)) {
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
  } else if (refused) context.terminal.err(passAnswer(result, await styleFor(context, "err")));
  else printAnswer(context, passAnswer(result, await styleFor(context, "out")));
  return refused ? EXIT.breach : EXIT.fine;
}

async function waive(context: Context, input: Input): Promise<number> {
  refuse(input, ["asOf"], "is for looking, and a condition is waived now");
  refuse(input, ["waive"], "belongs to poc gate pass; poc gate waive names its condition at once");
  const result = await waiveCondition(context, {
    directory: text(input, "directory"),
    item: argument(input, 1),
    reason: onlyOne(input, "reason", "--reason"),
    until: onlyOne(input, "until", "--until"),
    approver: text(input, "approver"),
    by: text(input, "by"),
  });
  if (result.entry === undefined) return faulty(context, result.folder, result.faults);
  printAnswer(
    context,
    isJson(input)
      ? envelopeJson("gate", result, { entry: entryJson(result.entry, result.standing) }, context.cwd)
      : waiveAnswer(result, await styleFor(context, "out")),
  );
  return EXIT.fine;
}

/** A definition of a gate that cannot be read: no gate is judged by half of what it asks. */
async function faulty(
  context: Context,
  folder: string,
  faults: Parameters<typeof printDiagnostics>[2],
): Promise<number> {
  await printDiagnostics(context, folder, faults);
  return EXIT.records;
}

function isJson(input: Input): boolean {
  return text(input, "format") === "json";
}

function onlyOne(input: Input, name: string, written: string): string | undefined {
  const given = texts(input, name);
  if (given.length > 1) throw new UsageFault(`${written}: found ${given.length}, expected one`);
  return given[0];
}

function refuse(input: Input, names: readonly string[], why: string): void {
  const stray = names.find((name) => text(input, name) !== undefined || texts(input, name).length > 0);
  if (stray !== undefined) throw new UsageFault(`--${stray === "asOf" ? "as-of" : stray}: ${why}`);
}
