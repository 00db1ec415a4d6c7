import { numberLabel } from "../../domain/scalars/labels.ts";
import { LARGEST_FILE } from "./source-file.ts";
import type { Code } from "../../diagnostics/catalogue.ts";
/** C0 controls but tab, line feed and carriage return, and a carriage return that ends no line. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)/;

// At the start of a line, where a YAML scalar of ours cannot put them: nested text is always indented.
const CONFLICT_START = /^<{7}(?: .*)?$/m;
const CONFLICT_END = /^>{7}(?: .*)?$/m;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Bytes as text, without a byte order mark; undefined where they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(bytes);
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}

export interface SourceText {
  /** The part that could be decoded: diagnostics quote it. */
  readonly text: string;
  readonly fault?: TextFault;
}

/** The text of a file, and what keeps it from being read as YAML at all. */
export function readText(bytes: Uint8Array): SourceText {
  if (bytes.length > LARGEST_FILE) {
    const message = `found ${numberLabel(bytes.length)} bytes, expected at most ${numberLabel(LARGEST_FILE)}`;
    return { text: "", fault: { code: "file-too-large", message, start: 0, end: 0 } };
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) return invalidUtf8(bytes);
  const fault = conflictFault(text) ?? controlFault(text);
  return fault === undefined ? { text } : { text, fault };
}

function invalidUtf8(bytes: Uint8Array): SourceText {
  // Lossy, to find the place and to show the line; nothing is ever read from it.
  const decoded = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  const at = Math.max(0, text.indexOf("\ufffd"));
  const message = "found bytes that are not UTF-8, expected UTF-8 text";
  const hint = "save the file as UTF-8 in your editor";
  return { text, fault: { code: "invalid-utf8", message, start: at, end: Math.min(at + 1, text.length), hint } };
}

function conflictFault(text: string): TextFault | undefined {
  const start = CONFLICT_START.exec(text);
  if (!start || !CONFLICT_END.test(text)) return undefined;
  return {
    code: "merge-conflict",
    message: "found the marker of an unresolved merge conflict, expected one version of the text",
    start: start.index,
    end: start.index + start[0].length,
    hint: "keep one side, remove the lines with <<<<<<<, ======= and >>>>>>>, and save",
  };
}

function controlFault(text: string): TextFault | undefined {
  const found = CONTROL.exec(text);
  if (!found) return undefined;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  const hint =
    found[0] === "\r"
      ? "end lines with LF or CRLF"
      : 'remove it; in double quotes it can be written as an escape, such as "\\x1b"';
  return {
    code: "control-character",
    message: `found the control character U+${code}, expected text, tabs and line ends`,
    start: found.index,
    end: found.index + 1,
    hint,
  };
}

/** What is wrong with a text as such, before it has keys and values to point at: offsets into the whole text. */
export interface TextFault {
  readonly code: Code;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly hint?: string;
  /** Where the same thing stood first. */
  readonly first?: { readonly start: number; readonly end: number; readonly label: string };
}
