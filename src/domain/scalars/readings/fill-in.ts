/** What the tool prints where a person has to write something, and other words that mean "not known yet". */
const FILL_INS = new Set(
  "why|reason|the reason|a reason|your reason|because|link|text|the text|what could happen|tbd|todo|fixme".split("|"),
);

/** Whether a text was copied from a suggested command and not replaced: `why`, `"LINK"`, `<reason>`, `…`. */
export function isFillIn(text: string): boolean {
  const words = text
    .trim()
    .replace(/^["'`“”<[(]+|["'`“”>\])]+$|[.:!?…]+$/gu, "")
    .trim()
    .toLowerCase();
  return words === "" ? text.trim() !== "" : FILL_INS.has(words);
}
