import { Cancelled } from "../../ports/faults.ts";
import { wrappedText } from "../../ports/wrapped-text.ts";
import type { Context } from "../../ports/ports.ts";
import type { CivilDate } from "../../../domain/scalars/calendar.ts";
import type { InitFlags } from "../init-flags.ts";
import { countLabel } from "../../../domain/scalars/labels.ts";
import { findSecret } from "../../../domain/scalars/secret.ts";
import { visibleText } from "../../../domain/scalars/visible-text.ts";
import { answersOf, flagsOf, type Answers, type StepName } from "./answers.ts";
import { CHARTER_STEPS, CLOSING_STEPS } from "./charter-steps.ts";
import { EVIDENCE_STEPS } from "./evidence-steps.ts";
import { keptText, type KeptWalk } from "./kept-walk.ts";
import type { Situation, Step } from "./step.ts";
import { askConfirmation, summarySteps, summaryText } from "./summary.ts";
import { askStep, Ended, likelySteps, walkOn, withAnswer, withoutLast, type Guide, type Walk } from "./walk.ts";

const STEPS: readonly Step[] = [...CHARTER_STEPS, ...EVIDENCE_STEPS, ...CLOSING_STEPS];

/** An answer that nobody has to give, and where it is from: `git`, `calendar`, `organisation`. */
export interface Known {
  readonly name: StepName;
  readonly answer: string;
  readonly from: string;
}

export interface WizardSetting {
  readonly flags: InitFlags;
  readonly known: readonly Known[];
  readonly today: CivilDate;
  readonly refuseTitle: Situation["refuseTitle"];
  /** What `poc start` would lack, in a few words each. */
  readonly needed: (flags: InitFlags) => readonly string[];
  readonly allowSecret: boolean;
  /** The folder that was named, where one was. */
  readonly directory: string | undefined;
  /** What was kept of an earlier wizard, where it is to go on. */
  readonly resumed: KeptWalk | undefined;
}

/** Seconds that a short question takes. */
const SECONDS = 15;

/**
 * Asks for what the flags left out and nobody knows yet, and shows all of it before anything is written. What was
 * answered is kept until then.
 *
 * @throws Cancelled where the person stops
 */
export async function askFlags(context: Context, setting: WizardSetting): Promise<InitFlags> {
  const { flags, known, directory, resumed } = setting;
  const drafts = await context.drafts();
  let kept = resumed !== undefined;
  const guide: Guide = {
    prompter: await context.prompter(),
    say: (text) => context.terminal.err(text),
    keep: (walk) => (kept = drafts.save(context.cwd, keptText({ walk, directory }))),
    steps: STEPS,
    situation: (answers) => situationOf(setting, answers),
    refuseText: (text) => (setting.allowSecret ? undefined : secretRefusal(text)),
  };
  const start: Walk = {
    answers: new Map([...(resumed?.walk.answers ?? []), ...answersOf(flags)]),
    asked: resumed?.walk.asked ?? [],
    before: new Map(),
  };
  try {
    guide.say(opening(guide, start, known, context.terminal.columns));
    const walk = await confirmed(guide, start, setting, context.terminal.columns);
    drafts.drop(context.cwd);
    return flagsOf(flags, guide.situation(walk.answers).answers);
  } catch (fault) {
    if (fault instanceof Ended) drafts.drop(context.cwd);
    if (!(fault instanceof Cancelled) || fault instanceof Ended || !kept) throw fault;
    throw new Cancelled(`${fault.message}; your answers are kept: poc init --resume`);
  }
}

/** A key would be stored twice: among the answers, and in a file that is committed. */
function secretRefusal(text: string): string | undefined {
  const kind = findSecret(text);
  return kind === undefined ? undefined : `that seems to contain ${kind}, which must not be in a file`;
}

/** Every question, then the summary, until it is confirmed. */
async function confirmed(guide: Guide, start: Walk, setting: WizardSetting, columns: number): Promise<Walk> {
  const sources = new Map(setting.known.map(({ name, from }) => [name, from]));
  let walk = start;
  for (;;) {
    walk = await walkOn(guide, walk);
    const now = guide.situation(walk.answers);
    const steps = summarySteps(STEPS, now);
    const unchanged = new Map([...sources].filter(([name]) => !walk.answers.has(name)));
    guide.say(`\n${summaryText(steps, now, unchanged)}${neededText(setting, now, columns)}`);
    const said = await askConfirmation(guide.prompter, steps);
    if (said === undefined) throw new Cancelled("nothing was written");
    if (said.kind === "write") return walk;
    if (said.kind === "back") {
      walk = withoutLast(walk);
      continue;
    }
    const { name } = said.step;
    const answer = await askStep(guide, said.step, now, "", now.answers.get(name));
    if (answer !== undefined) walk = withAnswer(walk, name, answer);
    guide.keep(walk);
  }
}

function neededText({ flags, needed }: WizardSetting, { answers }: Situation, columns: number): string {
  const needs = needed(flagsOf(flags, answers));
  return needs.length === 0
    ? "Ready for poc start: nothing is missing.\n"
    : wrappedText(`poc start still needs: ${needs.join("; ")}.`, columns);
}

/** How many questions, how long, and how to move; what nobody has to say is shown. */
function opening(guide: Guide, { answers, asked }: Walk, known: readonly Known[], columns: number): string {
  const open = likelySteps(guide, answers).length;
  const minutes = Math.max(1, Math.ceil((open * SECONDS) / 60));
  const told = known
    .filter(({ name }) => !answers.has(name))
    .map(({ name, answer, from }) => `  ${labelOf(name).padEnd(16)}${visibleText(answer)} (${from})\n`);
  const goesOn = asked.length === 0 ? "" : `Going on after ${countLabel(asked.length, "answer")}. `;
  const about = `${goesOn}About ${countLabel(open, "short question")}, ${countLabel(minutes, "minute")}.`;
  const keys =
    "Return accepts the answer in brackets, ? shows an example, - leaves it open, < goes back, and Ctrl-C keeps your " +
    "answers.";
  const already = told.length === 0 ? "" : "Already known; you can change it in the summary:";
  return [about, keys, already]
    .filter((text) => text !== "")
    .map((text) => wrappedText(text, columns))
    .concat(told, "\n")
    .join("");
}

function labelOf(name: StepName): string {
  return STEPS.find((step) => step.name === name)?.label ?? name;
}

/** With what is known from elsewhere, and what other answers tell. */
function situationOf({ known, today, refuseTitle }: WizardSetting, answers: Answers): Situation {
  const all = new Map<StepName, string>([...known.map(({ name, answer }) => [name, answer] as const), ...answers]);
  const situation: Situation = { answers: all, today, refuseTitle };
  for (const { name, applies, stale, known: told } of STEPS) {
    if (stale?.(all.get(name) ?? "", situation) === true) all.delete(name);
    if (applies?.(situation) === false) all.delete(name);
    else if (!all.has(name)) {
      const answer = told?.(situation);
      if (answer !== undefined) all.set(name, answer);
    }
  }
  return situation;
}
