import { ImportFault } from "../import-problem.ts";

/** UTF-16 as spreadsheets write it, by the mark at its beginning or by every other byte being zero. */
export function isWide(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (b === 0 && d === 0) || (a === 0 && c === 0);
}

/**
 * The text of a file, piece by piece, without a byte order mark. A character may lie across two pieces of bytes.
 *
 * @throws ImportFault where it is UTF-16, or no UTF-8, or holds the character NUL
 */
export function* decodedText(chunks: Iterable<Uint8Array>): Generator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let first = true;
  const decoded = (bytes: Uint8Array | undefined): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new ImportFault("found bytes that are not UTF-8, expected UTF-8 text", {
        line: line + lineOfFault(bytes),
        hint: "save it as UTF-8",
      });
    }
  };
  for (const bytes of chunks) {
    if (first && bytes.length >= 4 && isWide(bytes)) throw wideFault();
    first = false;
    const text = decoded(bytes);
    const nul = text.indexOf("\0");
    if (nul >= 0)
      throw new ImportFault("found the character NUL, expected text", { line: line + newlines(text.slice(0, nul)) });
    line += newlines(text);
    yield text;
  }
  const rest = decoded(undefined);
  if (rest !== "") yield rest;
}

export function wideFault(): ImportFault {
  return new ImportFault("found UTF-16, expected UTF-8 text", {
    hint: "spreadsheets write it: save the file as UTF-8",
  });
}

/** In which line of the piece the first bad byte stands, counted from 0. */
function lineOfFault(bytes: Uint8Array | undefined): number {
  const lossy = new TextDecoder("utf-8").decode(bytes ?? new Uint8Array());
  const at = lossy.indexOf("\ufffd");
  return at < 0 ? 0 : newlines(lossy.slice(0, at));
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
