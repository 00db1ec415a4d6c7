import { Cancelled } from "../../ports/faults.ts";
import type { Prompter } from "../../ports/ports.ts";
import type { Answers, StepName } from "./answers.ts";
import { isNothing, type Situation, type Step } from "./step.ts";

/** How far a person came. */
export interface Walk {
  /** What they answered, and what flags had said before. */
  readonly answers: Answers;
  /** The steps that they answered, in order: the way back. */
  readonly asked: readonly StepName[];
  /** The answers they took back by going back; return enters them again. */
  readonly before: Answers;
}

/** Thrown where an answer means that there should be no PoC, so there is nothing to continue either. */
export class Ended extends Cancelled {}

/** What the wizard needs of the world around it. */
export interface Guide {
  readonly prompter: Prompter;
  /** Shows lines above the next question. */
  readonly say: (text: string) => void;
  /** Keeps the answers so far. */
  readonly keep: (walk: Walk) => void;
  readonly steps: readonly Step[];
  /** Everything a step may know, with these answers. */
  readonly situation: (answers: Answers) => Situation;
  /** Why a text may not be kept, whatever the question, or undefined. */
  readonly refuseText: (text: string) => string | undefined;
}

const BACK = /^(?:<|back)$/i;
const OPEN = "-";

/** The steps that are still to be asked, in order. */
function openSteps({ steps, situation }: Guide, answers: Answers): readonly Step[] {
  const now = situation(answers);
  return steps.filter(({ name, applies }) => {
    return !now.answers.has(name) && applies?.(now) !== false;
  });
}

/** Answers that decide which other questions are asked. */
const OPENING: readonly StepName[] = ["unknown", "metric", "kill"];

/** The steps that will be asked of a person who leaves nothing open. */
export function likelySteps(guide: Guide, answers: Answers): readonly Step[] {
  const open = new Set(openSteps(guide, answers).map(({ name }) => name));
  const likely = new Map([...OPENING.map((name) => [name, "…"] as const), ...answers]);
  const more = openSteps(guide, likely).map(({ name }) => name);
  return guide.steps.filter(({ name }) => open.has(name) || more.includes(name));
}

/**
 * Asks until nothing is open. `<` takes back the last answer, which is then what return gives again.
 *
 * @throws Cancelled where an answer ends the wizard, or the person presses Ctrl-C
 */
export async function walkOn(guide: Guide, start: Walk): Promise<Walk> {
  let walk = start;
  for (;;) {
    const open = openSteps(guide, walk.answers);
    const [step] = open;
    if (step === undefined) return walk;
    const { length: done } = walk.asked;
    const place = `(${done + 1} of ${done + likelySteps(guide, walk.answers).length}) `;
    const reply = await askStep(guide, step, guide.situation(walk.answers), place, walk.before.get(step.name));
    if (reply === undefined && walk.asked.length === 0) guide.say("This is the first question.\n");
    walk = reply === undefined ? withoutLast(walk) : withAnswer(walk, step.name, reply);
    guide.keep(walk);
  }
}

/** One step back; what was answered there is what return gives again. */
export function withoutLast(walk: Walk): Walk {
  const last = walk.asked.at(-1);
  if (last === undefined) return walk;
  return {
    answers: new Map([...walk.answers].filter(([name]) => name !== last)),
    asked: walk.asked.slice(0, -1),
    before: new Map([...walk.before, [last, walk.answers.get(last) ?? ""]]),
  };
}

/** The walk with one more answer; changing an answer leaves the way back as it was. */
export function withAnswer({ answers, asked, before }: Walk, name: StepName, answer: string): Walk {
  return {
    answers: new Map([...answers, [name, answer]]),
    asked: asked.includes(name) ? asked : [...asked, name],
    before,
  };
}

/**
 * The answer to one step, "" where it stays open; undefined where the person goes back.
 *
 * @param place `(4 of 12) `, or "" outside of the row
 * @param before what was answered before, which return gives again
 */
export async function askStep(
  { prompter, say, refuseText }: Guide,
  step: Step,
  situation: Situation,
  place: string,
  before: string | undefined,
): Promise<string | undefined> {
  const suggestion = before === undefined || before === "" ? step.suggestion?.(situation) : before;
  step.options?.forEach(({ word, about }, index) => say(`    ${index + 1} ${word.padEnd(22)}${about}\n`));
  const text = await prompter.ask({
    message: place + step.ask(situation),
    example: step.example(situation),
    refuse: (typed) => refuseText(typed) ?? refusal(step, situation, typed),
    ...(suggestion === undefined ? {} : { default: suggestion }),
  });
  const typed = text.trim();
  if (BACK.test(typed)) return undefined;
  if (isLeftOpen(step, typed)) return "";
  const read = step.read(typed, situation);
  const answer = read.ok ? read.value : typed;
  const ended = step.ends?.(answer);
  if (ended !== undefined) throw new Ended(ended);
  return answer;
}

/** Nothing was typed, or a word for nothing that is not an answer of its own. */
function isLeftOpen({ needed, yesNo }: Step, typed: string): boolean {
  if (needed === true) return false;
  return typed === "" || typed === OPEN || (yesNo !== true && isNothing(typed));
}

function refusal(step: Step, situation: Situation, text: string): string | undefined {
  const typed = text.trim();
  if (BACK.test(typed) || isLeftOpen(step, typed)) return undefined;
  const read = step.read(typed, situation);
  if (read.ok) return undefined;
  const { found, expected, hint } = read.problem;
  // What was found is a sentence of its own where more can be said than that it is not what was expected.
  if (found !== undefined) return `${found}; ${hint ?? `expected ${expected}`}`;
  const shown = typed === "" ? "" : `found "${typed.slice(0, 60)}", `;
  return `${shown}expected ${expected}${hint === undefined ? "" : `; ${hint}`}`;
}
