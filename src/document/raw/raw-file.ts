import { csvTable } from "./csv-table.ts";
import { jsonLines } from "./json-lines.ts";
import type { RawFile, RawFault } from "./raw-table.ts";

export function isRawFault(read: RawFile | RawFault): read is RawFault {
  return "message" in read;
}

/**
 * The most bytes that are read: a PoC has thousands of lines of raw values, and the texts of a run belong elsewhere.
 */
export const LARGEST_RAW_FILE = 32 * 1024 * 1024;

/** Reads CSV, or JSON line by line where the name or the first character says so. `text` is without byte order mark. */
export function readRawFile(name: string, text: string): RawFile | RawFault {
  if (text.trim() === "") return { line: undefined, message: "it is empty, expected one case a line" };
  const json = /\.(jsonl|ndjson)$/i.test(name) || (!/\.csv$/i.test(name) && /^\s*\{/.test(text));
  return json ? jsonLines(text) : csvTable(text);
}

/** The fault of bytes that are not UTF-8. */
export function encodingFault(bytes: Uint8Array): RawFault {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const lossy = new TextDecoder("utf-8").decode(bytes);
  const line = lossy.slice(0, Math.max(0, lossy.indexOf("\ufffd"))).split("\n").length;
  return {
    line,
    message: "found bytes that are not UTF-8, expected UTF-8 text",
    hint: wide ? "it is UTF-16, as spreadsheets write it: save it as UTF-8" : "save it as UTF-8",
  };
}
