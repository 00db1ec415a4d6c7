import type { ImportFile } from "../format.ts";

/** The first character that is not a blank; undefined if there is none. */
export function firstCharacter(file: ImportFile): string | undefined {
  for (const piece of file.text()) {
    const text = piece.trimStart();
    if (text !== "") return text[0];
  }
  return undefined;
}

/** Whether a file that may be JSON or a table is JSON. */
export function isJson(file: ImportFile): boolean {
  return /[[{]/.test(firstCharacter(file) ?? "");
}
