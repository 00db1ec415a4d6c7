import { CATALOGUE, catalogueEntry, isCode, type Code } from "../../diagnostics/catalogue.ts";
import type { DiagnosticKind, Severity } from "../../diagnostics/catalogue-entry.ts";
import { apart, cell, ends, paragraph, table } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import type { Role } from "../terminal/paint.ts";

/** What a kind means for the PoC, and its exit code. */
const KINDS: Readonly<Record<DiagnosticKind, { readonly title: string; readonly exit: number }>> = {
  records: { title: "The records cannot be read or judged", exit: 3 },
  breach: { title: "A limit or a rule is breached", exit: 1 },
  due: { title: "Evidence or an act that is due is missing", exit: 4 },
};

const SEVERITY_ROLES: Readonly<Record<Severity, Role>> = { error: "bad", warning: "warn", note: "name" };

/** The long text behind a code: what it means, why it matters, how to fix it. */
export function explainText(code: Code, style: Style): string {
  const { severity, kind, title, explanation, fix } = catalogueEntry(code);
  const { title: meaning, exit } = KINDS[kind];
  const fails = severity === "error" ? `exit code ${exit}` : `exit code ${exit} with --fail-on ${severity}`;
  return linesText([
    ...ends(cell(style.text(code), "strong"), cell(style.text(severity), SEVERITY_ROLES[severity]), style),
    ...paragraph(style.text(title), style, 0),
    ...paragraph(style.text(`${meaning}: ${fails}.`), style, 0, "faint"),
    ...markdown(explanation, style),
    ...(fix === "" ? [] : [EMPTY, style.paint("strong", line`How to fix it`), ...blocks(fix, style, 2)]),
  ]);
}

/** Every code with its title, grouped by what it says of the PoC. */
export function codesText(style: Style): string {
  const codes = Object.keys(CATALOGUE).filter(isCode);
  const groups = (Object.keys(KINDS) as DiagnosticKind[]).map((kind) => {
    const rows = codes
      .filter((code) => catalogueEntry(code).kind === kind)
      .map((code) => {
        const { severity, title } = catalogueEntry(code);
        return {
          cells: [cell(style.text(severity), SEVERITY_ROLES[severity]), cell(style.text(code))],
          tail: cell(style.text(title)),
        };
      });
    const heading = line`${style.text(KINDS[kind].title)} (exit code ${KINDS[kind].exit})`;
    return paragraph(heading, style, 0, "strong").concat(table(rows, style, { indent: 2 }));
  });
  return linesText(apart([...groups, paragraph(line`poc explain CODE explains one of them.`, style, 0, "faint")]));
}

function markdown(text: string, style: Style): readonly Safe[] {
  return text.trim() === "" ? [] : [EMPTY, ...blocks(text, style, 0)];
}

/** Paragraphs wrapped to the width; lists keep their items, code its lines. */
function blocks(text: string, style: Style, indent: number): readonly Safe[] {
  return apart(
    text
      .trim()
      .split(/\n{2,}/)
      .map((block) => blockLines(block, style, indent)),
  );
}

function blockLines(block: string, style: Style, indent: number): readonly Safe[] {
  if (/^ {4}/.test(block)) return block.split("\n").map((text) => style.text(" ".repeat(indent) + text));
  if (!/^[-*] /.test(block)) return paragraph(style.text(block.replaceAll(/\s*\n\s*/g, " ")), style, indent);
  const items = block.replaceAll(/\n(?![-*] )\s*/g, " ").split("\n");
  return table(
    items.map((item) => ({ cells: [cell(style.signs.bullet)], tail: cell(style.text(item.slice(2))) })),
    style,
    { indent },
  );
}

/** Every code that can be explained. */
export function explainable(): readonly Code[] {
  return Object.keys(CATALOGUE).filter(isCode);
}
