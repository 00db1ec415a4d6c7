import { parse, parser } from "handlebars/dist/cjs/handlebars/compiler/base.js";
import { spotAt, TemplateFault, type Template } from "./template-fault.ts";

/**
 * No template that a person wrote is larger or nests deeper; a parser that is handed more runs long or out of stack.
 */
const LONGEST_TEMPLATE = 256 * 1024;
const DEEPEST_NESTING = 50;

/** Reads a template into its tree. @throws TemplateFault */
export function parseTemplate(template: Template): hbs.AST.Program {
  const { text } = template;
  if (text.length > LONGEST_TEMPLATE)
    throw new TemplateFault(template, spotAt(text, 0, 0), `the template is larger than ${LONGEST_TEMPLATE / 1024} KiB`);
  const nesting = nestingOf(template);
  parser.parseError = (_message, { text: found, token }) => {
    const { first_line, first_column, last_line, last_column } = parser.lexer.yylloc;
    const spot = {
      start: { line: first_line, column: first_column },
      end: { line: last_line, column: Math.max(last_column, first_column + 1) },
    };
    if (nesting.unended !== undefined) throw nesting.unended;
    throw token === "EOF" && nesting.unclosed !== undefined
      ? nesting.unclosed
      : new TemplateFault(template, spot, ...unexpected(found, token));
  };
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof TemplateFault) throw error;
    throw toldFault(template, error);
  }
}

function unexpected(found: string, token: string | null): [message: string, hint?: string] {
  if (token === "EOF")
    return ["the template ends where more was expected", "close every {{ with }}, and every {{#…}} with {{/…}}"];
  if (token === "OPEN_ENDBLOCK") return ["this closes a block that is not open"];
  if (token === "INVERSE" || token === "OPEN_INVERSE_CHAIN") return ["this {{else}} belongs to no block"];
  return [`${JSON.stringify(found.slice(0, 40))} cannot stand here`];
}

/** Faults that the parser finds after reading: they carry their place, and name it in their text once more. */
function toldFault(template: Template, error: unknown): TemplateFault {
  if (!(error instanceof Error)) throw error;
  if (error instanceof RangeError)
    return new TemplateFault(template, spotAt(template.text, 0, 0), "the template nests too deeply");
  const { lineNumber: line, column } = error as Error & { lineNumber?: number; column?: number };
  if (line === undefined || column === undefined) throw error;
  const message = error.message.replace(/ - \d+:\d+$/, "");
  const mismatch = /^(\S+) doesn't match (\S+)$/.exec(message);
  const spot = { start: { line, column }, end: { line, column: column + 1 } };
  return mismatch
    ? new TemplateFault(template, spot, `{{#${mismatch[1]}}} is closed by {{/${mismatch[2]}}}`)
    : new TemplateFault(template, spot, message);
}

interface Opened {
  readonly start: number;
  readonly end: number;
  /** The block itself and each `{{else if}}` of it. */
  levels: number;
}

interface Nesting {
  /** The innermost block that is left open. */
  readonly unclosed?: TemplateFault;
  /** A `{{` without its `}}`. */
  readonly unended?: TemplateFault;
}

/** How deep blocks and parentheses nest, counted before the parser sees them, and what is left open. */
function nestingOf(template: Template): Nesting {
  const { text } = template;
  const open: Opened[] = [];
  let depth = 0;
  let next = 0;
  for (let start = text.indexOf("{{"); start >= 0; start = text.indexOf("{{", next)) {
    // Behind a backslash it is text; what follows may be a tag again, and counting one too many does no harm.
    next = start + 2;
    if (text[start - 1] === "\\") continue;
    const tag = tagAt(text, start);
    if (tag.comment) next = tag.end;
    if (tag.kind === "open") {
      open.push({ start, end: tag.end, levels: 1 });
      depth++;
    } else if (tag.kind === "chain" && open.length > 0) {
      open.at(-1)!.levels++;
      depth++;
    } else if (tag.kind === "close") {
      depth -= open.pop()?.levels ?? 0;
    }
    if (depth > DEEPEST_NESTING || tag.parentheses > DEEPEST_NESTING) {
      throw new TemplateFault(
        template,
        spotAt(text, start, start + 2),
        `the template nests more than ${DEEPEST_NESTING} levels deep`,
      );
    }
    if (!tag.ended)
      return {
        unended: new TemplateFault(
          template,
          spotAt(text, start, start + 2),
          "this {{ is never closed",
          "close it with }}",
        ),
      };
  }
  const last = open.at(-1);
  if (last === undefined) return {};
  const opener = text.slice(last.start, last.end);
  return {
    unclosed: new TemplateFault(
      template,
      spotAt(text, last.start, last.end),
      `${opener.slice(0, 60)} is never closed`,
      "close it with {{/…}}",
    ),
  };
}

interface Tag {
  readonly kind: "open" | "close" | "chain" | "other";
  readonly end: number;
  readonly ended: boolean;
  readonly comment: boolean;
  readonly parentheses: number;
}

function tagAt(text: string, start: number): Tag {
  let at = start + 2;
  while (text[at] === "{" || text[at] === "~" || text[at] === " ") at++;
  const comment = text.startsWith("!--", at) ? "--" : text[at] === "!" ? "" : undefined;
  const closing = text.indexOf(`${comment ?? ""}}}`, at);
  const end = closing < 0 ? text.length : closing + (comment ?? "").length + 2;
  const ended = closing >= 0;
  if (comment !== undefined) return { kind: "other", end, ended, comment: true, parentheses: 0 };
  const inside = text.slice(at, end);
  const inverse = inside[0] === "^" && !/^\^ *~?\}/.test(inside);
  const kind =
    inside[0] === "#" || inverse
      ? "open"
      : inside[0] === "/"
        ? "close"
        : /^else\s+[^\s~}]/.test(inside)
          ? "chain"
          : "other";
  return { kind, end, ended, comment: false, parentheses: inside.split("(").length - 1 };
}
