import { isolated } from "./isolates.ts";
import type { Safe } from "./safe.ts";

/** Lines as a text that ends in a line feed, for a person: text from right to left stays in its place. */
export function linesText(lines: readonly Safe[]): string {
  return isolated(plainLines(lines));
}

/** Lines as a text that ends in a line feed, for programs too: nothing is in it that was not in the lines. */
export function plainLines(lines: readonly Safe[]): string {
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
