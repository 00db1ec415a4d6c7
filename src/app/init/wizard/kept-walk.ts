import { isStepName, type Answers, type StepName } from "./answers.ts";
import type { Walk } from "./walk.ts";

/** What is kept of an interrupted wizard: text for the port of drafts. */
export interface KeptWalk {
  readonly walk: Walk;
  /** The folder that was named, where one was. */
  readonly directory: string | undefined;
}

const VERSION = 1;

export function keptText({ walk, directory }: KeptWalk): string {
  const answers = Object.fromEntries(walk.answers);
  return JSON.stringify({ version: VERSION, asked: walk.asked, answers, directory: directory ?? null });
}

/** Undefined where the text is not a draft of this version: the person answers again. */
export function readKept(text: string): KeptWalk | undefined {
  const read = parsedJson(text);
  if (!isObject(read) || read["version"] !== VERSION || !isObject(read["answers"])) return undefined;
  const { answers: said, asked, directory } = read;
  const answers: Answers = new Map(
    Object.entries(said as Record<string, unknown>).flatMap(([name, answer]): [StepName, string][] =>
      isStepName(name) && typeof answer === "string" ? [[name, answer]] : [],
    ),
  );
  const names = Array.isArray(asked) ? asked.filter((name) => typeof name === "string" && isStepName(name)) : [];
  return {
    walk: { answers, asked: names.filter((name): name is StepName => answers.has(name)), before: new Map() },
    directory: typeof directory === "string" ? directory : undefined,
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
