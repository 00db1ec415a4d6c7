import type { CivilDate } from "../../../domain/scalars/calendar.ts";
import { problem, ok, type Parsed } from "../../../domain/scalars/parsed.ts";
import type { Answers, StepName } from "./answers.ts";

/** What a step knows when it asks. */
export interface Situation {
  /** What was answered so far, and what was known without asking, by git, the calendar or the organisation. */
  readonly answers: Answers;
  readonly today: CivilDate;
  /** Why there can be no PoC of that title here, or undefined. */
  readonly refuseTitle: (title: string) => string | undefined;
}

export interface Option {
  readonly word: string;
  readonly about: string;
}

/** One question of the wizard. */
export interface Step {
  readonly name: StepName;
  /** As the summary calls it. */
  readonly label: string;
  readonly ask: (situation: Situation) => string;
  /** What `?` shows: an answer as people give it. */
  readonly example: (situation: Situation) => string;
  /** The words of a choice. */
  readonly options?: readonly Option[];
  /** What return enters; if undefined, return leaves the answer open. */
  readonly suggestion?: (situation: Situation) => string | undefined;
  /** The answer as a flag would take it. */
  readonly read: (text: string, situation: Situation) => Parsed<string>;
  readonly applies?: (situation: Situation) => boolean;
  /** What other answers imply: then it is only shown, and the summary can change it. */
  readonly known?: (situation: Situation) => string | undefined;
  /** Whether a later answer has made this one impossible: then it is as if it had not been given. */
  readonly stale?: (answer: string, situation: Situation) => boolean;
  /** Whether `no` is an answer of its own; elsewhere it leaves the answer open. */
  readonly yesNo?: boolean;
  /** Whether it has to be answered at once. */
  readonly needed?: boolean;
  /** Why an answer ends the wizard, or undefined. */
  readonly ends?: (answer: string) => string | undefined;
}

export function answerOf({ answers }: Situation, name: StepName): string {
  return answers.get(name) ?? "";
}

/** Any text that says something. */
export function readText(text: string): Parsed<string> {
  return ok(text.trim());
}

/** The text itself, where a parser takes it. */
export function readBy<T>(parse: (text: string) => Parsed<T>): Step["read"] {
  return (text) => {
    const read = parse(text.trim());
    return read.ok ? ok(read.read ?? text.trim()) : read;
  };
}

/** One of the options, by its number, its word or a beginning that no other has. */
export function readOption(options: readonly Option[]): Step["read"] {
  const words = options.map(({ word }) => word);
  return (text) => {
    const typed = text.trim().toLowerCase().replace(/[.)]$/, "");
    const byNumber = /^\d+$/.test(typed) ? words[Number(typed) - 1] : undefined;
    const begun = words.filter((word) => word.startsWith(typed));
    const word = byNumber ?? words.find((one) => one === typed) ?? (begun.length === 1 ? begun[0] : undefined);
    return word === undefined
      ? problem("value-not-allowed", `a number from 1 to ${words.length}, or a word: ${words.join(", ")}`)
      : ok(word);
  };
}

/** Some of the options, apart by commas or blanks. */
export function readOptions(options: readonly Option[]): Step["read"] {
  const read = readOption(options);
  return (text, situation) => {
    const found: string[] = [];
    for (const part of text.split(/[,;\s]+/).filter((one) => one !== "" && one !== "and")) {
      const option = read(part, situation);
      if (!option.ok) return option;
      if (!found.includes(option.value)) found.push(option.value);
    }
    return ok(found.join(", "));
  };
}

const YES = /^(?:y|yes|yep|yeah|true|j|ja|o|oui|s|si|sí)$/i;
const NO = /^(?:n|no|nope|not yet|never|false|nein|non)$/i;

/** Yes or no, as the words that a flag takes for them. */
export function readYesNo(yes: string, no: string): Step["read"] {
  return (text) => {
    const typed = text.trim().replace(/[.!]$/, "");
    return YES.test(typed) || typed === yes
      ? ok(yes)
      : NO.test(typed) || typed === no
        ? ok(no)
        : problem("value-not-allowed", "yes or no");
  };
}

const NOTHING = /^(?:-+|n|no|none|nothing|nope|n\/a|tbd|skip|later|no idea)$/i;

/** What people type where they have nothing to say. */
export function isNothing(text: string): boolean {
  return NOTHING.test(text.trim().replace(/[.!]$/, ""));
}

/** A list apart by commas, without empty parts. */
export function readList(text: string): Parsed<string> {
  return ok(
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .join(", "),
  );
}

/** `write 300`: the only number of a text that a parser of whole numbers does not take. */
export function numberHint(text: string): string | undefined {
  const numbers = text.match(/\d+/g) ?? [];
  return numbers.length === 0 || numbers.length > 2 ? undefined : `write ${numbers.join(" or ")}`;
}
