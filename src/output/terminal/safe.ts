import { maskSecrets } from "../../domain/scalars/secret.ts";
import { visibleText, type Kept } from "../../domain/scalars/visible-text.ts";

export type { Kept };

/**
 * Text that may be printed: no control character, no bidirectional override, no invisible letter that a file, a log or
 * a name smuggled in, and no secret. Only `safe`, `line` and the styles make it, so the compiler refuses a user's raw
 * text.
 */
export type Safe = string & { readonly safe: unique symbol };

/** Raw text made safe; see `visibleText`. A key or a password that lies in the records is not shown. */
export function safe(raw: string, kept: Kept = {}): Safe {
  return visibleText(maskSecrets(raw), kept) as Safe;
}

/** The tool's own words around safe text: `` line`day ${day} of ${of}` ``. Takes nothing that was not made safe. */
export function line(words: TemplateStringsArray, ...values: readonly (Safe | number)[]): Safe {
  let text = words[0]!;
  for (const [index, value] of values.entries()) text += String(value) + words[index + 1]!;
  return text as Safe;
}

export const EMPTY = "" as Safe;

/** Safe text without the spaces at its end; what is left of safe text is safe. */
export function trimEndSafe(text: Safe): Safe {
  return text.trimEnd() as Safe;
}

export function trimStartSafe(text: Safe): Safe {
  return text.trimStart() as Safe;
}

/** @param from and `to`: offsets that part no character from its marks */
export function sliceSafe(text: Safe, from: number, to?: number): Safe {
  return text.slice(from, to) as Safe;
}

export function splitSafe(text: Safe, at: "\n" | " "): readonly Safe[] {
  return text.split(at) as Safe[];
}

/** The parts that are not empty, with a separator between them. */
export function joinSafe(parts: readonly Safe[], separator: Safe): Safe {
  return parts.filter((part) => part !== "").join(separator) as Safe;
}
