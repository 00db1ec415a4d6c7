import { checklistDocument } from "../../app/documents.ts";
import { UsageFault } from "../../app/faults.ts";
import type { Context } from "../../app/ports.ts";
import { writeDocument } from "../../app/write-document.ts";
import { CHECKLISTS, isChecklistName, type ChecklistName } from "../../domain/checklist-items.ts";
import { checklistStanding } from "../../domain/checklist.ts";
import { nearest } from "../../domain/nearest.ts";
import { checklistText, checklistWritten } from "../../output/checklist-text.ts";
import type { Input } from "../command.ts";
import { argument, flag, paper, text } from "../flag-values.ts";
import { printDocument } from "../print-document.ts";

export async function runChecklist(context: Context, input: Input): Promise<number> {
  const name = nameOf(argument(input, 0) ?? "");
  const asked = text(input, "format");
  const format = asked === "json" || asked === "md" ? asked : "human";
  const form = asked === "html" || asked === "pdf" ? asked : "md";
  const result = await writeDocument(context, {
    directory: text(input, "directory"),
    document: checklistDocument(name),
    form,
    asOf: text(input, "asOf"),
    template: undefined,
    out: text(input, "out") ?? (format === "human" ? undefined : "-"),
    force: flag(input, "force"),
    browser: text(input, "browser"),
    paper: paper(input),
  });
  return printDocument(context, "checklist", result, format, (path, style) => checklistText(checklistStanding(name, result.standing), style) + checklistWritten(path, style));
}

function nameOf(name: string): ChecklistName {
  if (isChecklistName(name)) return name;
  const names = Object.keys(CHECKLISTS);
  const close = nearest(name, names);
  throw new UsageFault(`no checklist is called "${name.slice(0, 60)}"`, close === undefined ? `there are ${names.join(" and ")}` : `did you mean ${close}?`);
}
