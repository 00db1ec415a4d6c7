import type { Costs } from "../../domain/records/costs.ts";
import type { Eval } from "../../domain/records/eval.ts";
import { parseWorkHours } from "../../domain/scalars/duration.ts";
import { UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { FlagProblems } from "./facts/flag-problems.ts";
import { exampleText, readResult } from "./facts/read-result.ts";
import { readSpend } from "./facts/read-spend.ts";
import { readHours } from "./facts/read-time.ts";
import type { LogRequest } from "./log-request.ts";

/** What the answers are read with, so that a slip is said while it can still be put right. */
export interface AskSetting {
  /** As they were agreed. */
  readonly evals: readonly Eval[];
  readonly costs: Costs;
  /** Of the cap. */
  readonly currency: string;
}

/** `poc log` typed alone asks three things, each of which may be left blank; blank throughout opens the editor. */
export async function askEntry(context: Context, request: LogRequest, setting: AskSetting): Promise<LogRequest> {
  const prompter = await context.prompter();
  const text = await prompter.ask({
    message: "What happened? (leave empty to skip)",
    example: "the reranker is on; clear gain on multi-hop questions",
  });
  const names = setting.evals.map(({ id }) => id);
  const [first] = setting.evals;
  const results =
    first === undefined
      ? ""
      : await prompter.ask({
          message: `What was measured? (${names.join(", ")}: such as ${exampleText(first)}; several with ;)`,
          example: setting.evals.slice(0, MOST_EXAMPLES).map(exampleText).join("; "),
          refuse: (typed) => firstProblem(parts(typed), (part, problems) => readMeasured(part, setting, problems)),
        });
  const cost = await prompter.ask({
    message: `What did it cost? (12.40 ${setting.currency}:tokens for money, 2h for hours; several with ;)`,
    example: `12.40 ${setting.currency}:tokens; 2h`,
    refuse: (typed) => firstProblem(parts(typed), (part, problems) => readCost(part, setting, problems)),
  });
  const costs = parts(cost);
  return {
    ...request,
    text: text.trim() === "" ? undefined : text.trim(),
    pieces: [],
    results: parts(results),
    hours: costs.filter(isTime),
    spend: costs.filter((part) => !isTime(part)),
  };
}

const MOST_EXAMPLES = 4;

function parts(typed: string): readonly string[] {
  return typed
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** A number without a unit is money; a time says that it is one. */
function isTime(part: string): boolean {
  const [size = ""] = part.split(/:(?!\d)| (?=\p{L}{3})/u);
  const work = parseWorkHours(size);
  return work.ok && !work.value.bare;
}

function readMeasured(part: string, { evals }: AskSetting, problems: FlagProblems): void {
  const none = { arm: undefined, model: undefined, evidence: undefined, dataset: undefined, values: undefined };
  readResult(part, evals, none, problems);
}

function readCost(part: string, { costs, currency }: AskSetting, problems: FlagProblems): void {
  if (isTime(part)) readHours(part, undefined, problems);
  else readSpend(part, { costs, currency, category: undefined, basis: undefined }, problems);
}

function firstProblem(
  typed: readonly string[],
  read: (part: string, problems: FlagProblems) => void,
): string | undefined {
  const problems = new FlagProblems();
  for (const part of typed) read(part, problems);
  try {
    problems.throwIfAny();
    return undefined;
  } catch (fault) {
    if (!(fault instanceof UsageFault)) throw fault;
    const [first] = fault.problems;
    return first === undefined ? fault.message : [first.message, first.hint].filter(Boolean).join("; ");
  }
}
