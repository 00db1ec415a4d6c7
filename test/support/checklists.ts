import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readChecklist } from "../../src/document/reading/read-checklist.ts";
import { EXIT, EXIT_CRITERIA, type Checklist } from "../../src/domain/records/checklist-items.ts";

const FOLDER = join(import.meta.dirname, "../../templates/checklists");

/** Names of the lists that ship, the exit criteria first. */
export const SHIPPED_CHECKLISTS: readonly string[] = [
  EXIT,
  ...readdirSync(FOLDER)
    .map((file) => file.replace(/\.yaml$/, ""))
    .sort(),
];

/** A list that ships. */
export function shippedChecklist(name: string): Checklist {
  return name === EXIT ? EXIT_CRITERIA : checklistOf(name, readFileSync(join(FOLDER, `${name}.yaml`), "utf8"));
}

/** The list in a text that is known to be right. */
export function checklistOf(name: string, text: string): Checklist {
  const { checklist, diagnostics } = readChecklist(name, `templates/checklists/${name}.yaml`, text);
  if (checklist === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return checklist;
}
