import { numberLabel } from "../../domain/scalars/labels.ts";
import { Composer, Lexer, Parser, type Document, type ParsedNode } from "yaml";
import { LONGEST_FIELD } from "./source-file.ts";
import type { TextFault } from "./source-text.ts";
/**
 * Limits on the text, which hold before a tree is built of it: yaml composes deep nesting recursively, and a million
 * brackets end the process where nothing can catch it.
 */
const MOST_TOKENS = 60_000;
const DEEPEST_STACK = 48;

/** Escapes lengthen a text at most sixfold. */
const LONGEST_TOKEN = 6 * LONGEST_FIELD;

/** A text with one slip often yields a hundred errors; the first few say it all. */
const MOST_SYNTAX_FAULTS = 3;

const OPTIONS = {
  version: "1.2",
  schema: "core",
  strict: true,
  // Compared as strings by the reader of the tree instead: here 1 and "1" would pass, and the check is quadratic.
  uniqueKeys: false,
  merge: false,
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: "silent",
} as const;

export interface YamlTree {
  /** The root node; absent where the text is not YAML that records may use. */
  readonly root?: ParsedNode;
  readonly faults: readonly TextFault[];
}

/**
 * Reads a text as one plain YAML 1.2 document. Where there are faults there may still be a root, to locate places in.
 */
export function composeTree(text: string): YamlTree {
  const parser = new Parser();
  const tokens = [];
  let seen = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    const limit = limitOf(lexeme, ++seen, parser.stack.length);
    if (limit !== undefined)
      return { faults: [{ ...limit, start: Math.max(0, parser.offset - 1), end: parser.offset }] };
  }
  for (const token of parser.end()) tokens.push(token);
  const documents = [...new Composer(OPTIONS).compose(tokens, true, text.length)];
  const [first, second] = documents;
  if (first === undefined) throw new Error("yaml composed no document where one was forced");
  const directive = tokens.find((token) => token.type === "directive");
  const faults = [
    ...syntaxFaults(first, text),
    ...(directive === undefined ? [] : [feature("a directive", directive.offset, endOfLine(text, directive.offset))]),
    ...(second === undefined ? [] : [secondDocument(second)]),
  ];
  const root = first.contents ?? undefined;
  if (faults.length === 0 && root === undefined) return { faults: [emptyFile()] };
  if (faults.length === 0 && root !== undefined && isBlank(root)) return { root, faults: [emptyFile()] };
  return root === undefined ? { faults } : { root, faults };
}

function limitOf(lexeme: string, seen: number, stack: number): Pick<TextFault, "code" | "message"> | undefined {
  if (lexeme.length > LONGEST_TOKEN) {
    return {
      code: "too-long",
      message: `found ${numberLabel(lexeme.length)} characters, expected at most ${numberLabel(LONGEST_FIELD)}`,
    };
  }
  if (seen > MOST_TOKENS) return { code: "too-deep", message: "found more values than any record of a PoC has" };
  if (stack > DEEPEST_STACK) return { code: "too-deep", message: "found nesting deeper than any record of a PoC has" };
  return undefined;
}

function syntaxFaults(document: Document.Parsed, text: string): TextFault[] {
  const faults: TextFault[] = [];
  for (const error of document.errors.slice(0, MOST_SYNTAX_FAULTS)) {
    const [start, end] = clamped(error.pos, text.length);
    faults.push({
      code: "invalid-yaml",
      message: `found text that is not valid YAML: ${firstLine(error.message)}`,
      start,
      end,
      ...hintOf(error.message, text, start),
    });
  }
  // Only a text without errors is looked at for what YAML allows and records do not.
  if (faults.length > 0) return faults;
  for (const warning of document.warnings.slice(0, MOST_SYNTAX_FAULTS)) {
    const [start, end] = clamped(warning.pos, text.length);
    faults.push(feature(warning.code === "TAG_RESOLVE_FAILED" ? "a tag" : firstLine(warning.message), start, end));
  }
  return faults;
}

/** A fault for what is YAML, but of the kind that records never need and attacks and accidents like. */
export function feature(what: string, start: number, end: number): TextFault {
  return { code: "yaml-feature", message: `found ${what}, expected plain YAML`, start, end };
}

function secondDocument(document: Document.Parsed): TextFault {
  const start = document.range[0];
  return {
    code: "yaml-feature",
    message: "found a second document, expected one in a file",
    start,
    end: start,
    hint: "remove the line --- that begins it",
  };
}

function emptyFile(): TextFault {
  return { code: "file-empty", message: "found only spaces and comments, expected fields", start: 0, end: 0 };
}

function isBlank(root: ParsedNode): boolean {
  return (
    "value" in root &&
    root.value === null &&
    root.range[0] === root.range[1] &&
    root.tag === undefined &&
    !("anchor" in root && root.anchor)
  );
}

function hintOf(message: string, text: string, start: number): { hint?: string } {
  if (/\t/.test(lineAt(text, start)) && /tab/i.test(message)) return { hint: "indent with spaces, not tabs" };
  if (message.startsWith("Nested mappings are not allowed"))
    return { hint: "put a text that contains a colon in quotes" };
  return {};
}

function lineAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, endOfLine(text, offset));
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

function firstLine(message: string): string {
  const line = message.split("\n", 1)[0] ?? "";
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

function clamped([start, end]: readonly [number, number], length: number): readonly [number, number] {
  return [Math.min(start, length), Math.min(Math.max(start, end), length)];
}
