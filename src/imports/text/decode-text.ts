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
  // Not as a stream: that makes texts of twice the size. A mark at the beginning is taken off here, and only there.
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let line = 1;
  let isFirst = true;
  const decoded = (bytes: Uint8Array): string => {
    try {
      return decoder.decode(bytes);
    } catch {
      throw new ImportFault("found bytes that are not UTF-8, expected UTF-8 text", {
        line: line + lineOfFault(bytes),
        hint: "save it as UTF-8",
      });
    }
  };
  for (const bytes of wholeCharacters(chunks)) {
    if (isFirst && bytes.length >= 4 && isWide(bytes)) throw wideFault();
    const text = decoded(bytes);
    const nul = text.indexOf("\0");
    if (nul >= 0)
      throw new ImportFault("found the character NUL, expected text", { line: line + newlines(text.slice(0, nul)) });
    line += newlines(text);
    yield isFirst && text.startsWith("\ufeff") ? text.slice(1) : text;
    isFirst = false;
  }
}

/** Texts up to this size are released as soon as nobody needs them; longer ones wait for a full garbage collection. */
const PIECE = 32 * 1024;
const LONGEST_CHARACTER = 4;

/** The same bytes in small pieces that end between two characters. */
function* wholeCharacters(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let open = new Uint8Array();
  for (const chunk of chunks)
    for (let from = 0; from < chunk.length; from += PIECE) {
      const part = chunk.subarray(from, from + PIECE);
      const bytes = new Uint8Array(open.length + part.length);
      bytes.set(open);
      bytes.set(part, open.length);
      const end = bytes.length - openBytes(bytes);
      open = bytes.slice(end);
      if (end > 0) yield bytes.subarray(0, end);
    }
  if (open.length > 0) yield open;
}

/** How many bytes at the end are the beginning of a character that goes on. */
function openBytes(bytes: Uint8Array): number {
  for (let back = 1; back < LONGEST_CHARACTER && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    // 10xxxxxx goes on with a character; 110xxxxx, 1110xxxx and 11110xxx begin one of two, three and four bytes.
    if (byte >= 0x80 && byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

export function wideFault(): ImportFault {
  return new ImportFault("found UTF-16, expected UTF-8 text", {
    hint: "spreadsheets write it: save the file as UTF-8",
  });
}

/** The line of the piece that has the first bad byte, counted from 0. */
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
