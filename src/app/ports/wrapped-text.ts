/** Wider lines are hard to read. */
const WIDEST = 79;

/**
 * Lines that break between words, each behind `margin`; the text is the tool's own.
 *
 * @param columns of the terminal
 */
export function wrappedText(text: string, columns: number, margin = ""): string {
  const width = Math.max(20, Math.min(WIDEST, columns - 1));
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1)!;
    const longer = last === "" ? word : `${last} ${word}`;
    if (margin.length + longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => `${margin}${line}\n`).join("");
}
