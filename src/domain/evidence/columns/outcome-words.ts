/** Words for an outcome: whether they say that it is there, or that the case went well. */
const WORDS: Readonly<Record<string, readonly [kind: "there" | "well", value: boolean]>> = {
  ...wordsOf("there", true, "true 1 1.0 yes t y"),
  ...wordsOf("there", false, "false 0 0.0 no f n"),
  ...wordsOf("well", true, "pass passed success succeeded successful correct right ok okay good valid solved accepted"),
  ...wordsOf(
    "well",
    false,
    "fail failed failure unsuccessful incorrect wrong not_ok nok bad invalid unsolved rejected",
  ),
};

function wordsOf(kind: "there" | "well", value: boolean, words: string) {
  return Object.fromEntries(words.split(" ").map((word) => [word, [kind, value] as const]));
}

/** Cells of a case that broke before it could be scored. */
const ERRORS: ReadonlySet<string> = new Set(
  "error errored exception timeout timedout timed_out crash crashed aborted cancelled canceled".split(" "),
);

export function isErrorWord(text: string): boolean {
  return ERRORS.has(text.trim().toLowerCase().replaceAll(/[ -]/g, "_"));
}

/** Whether a word says that something is there or that a case went well, and whether it does; undefined of others. */
export function outcomeWord(text: string): readonly [kind: "there" | "well", value: boolean] | undefined {
  const word = text.trim().toLowerCase();
  return Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
}
