import type { PreparedLists } from "../src/app/library/list-reader.ts";
import type { Assets } from "../src/app/ports/ports.ts";
import { readChecklist } from "../src/document/reading/read-checklist.ts";
import { readGates } from "../src/document/reading/read-gates.ts";
import { EXIT, type Checklist } from "../src/domain/records/checklist-items.ts";
import type { Gate } from "../src/domain/records/gate.ts";
import { preparedForm } from "../src/memo/template/prepared-form.ts";
import type { PreparedTemplates } from "../src/memo/template/prepared-templates.ts";
import { safeProgram } from "../src/memo/template/render-template.ts";
import { templateFormat } from "../src/memo/template/template-format.ts";

/** What the build makes of assets, so that a command need not read them: see list-reader.ts, prepared-templates.ts. */
export const PREPARED = { lists: preparedLists, templates: preparedTemplates } as const;

type Shipped = Pick<Assets, "text" | "files">;

/** Gates and checklists as the readers of the tool read them. @throws Error where one is at fault */
function preparedLists(assets: Shipped): string {
  const checklists: PreparedLists["checklists"] = Object.fromEntries(
    filesIn(assets, "checklists").map(({ key, name, base, text }) => {
      const { checklist, diagnostics } = readChecklist(base.replace(/\.yaml$/, ""), name, text);
      return [key, { text, value: required<Checklist>(name, checklist, diagnostics) }];
    }),
  );
  const lists = [EXIT, ...Object.values(checklists).map(({ value }) => value.name)];
  const gates: PreparedLists["gates"] = Object.fromEntries(
    filesIn(assets, "gates").map((file) => {
      const { gates: found, diagnostics } = readGates([file], lists);
      return [file.key, { text: file.text, value: required<Gate>(file.name, found[0], diagnostics) }];
    }),
  );
  return JSON.stringify({ gates, checklists } satisfies PreparedLists);
}

/** Trees of the templates that end up as Markdown, by their texts. @throws TemplateFault */
function preparedTemplates(assets: Shipped): string {
  const files = ["checklist", "memo", "partials"].flatMap((folder) => filesIn(assets, folder));
  const forms = files.map((file) => [file.text, preparedForm(safeProgram(file, templateFormat(file.name)))] as const);
  return JSON.stringify(Object.fromEntries(forms) satisfies PreparedTemplates);
}

function filesIn(assets: Shipped, folder: string) {
  return assets.files(`templates/${folder}`).map((base) => {
    const name = `templates/${folder}/${base}`;
    return { key: `${folder}/${base}`, name, base, text: assets.text(name)! };
  });
}

function required<T>(name: string, value: T | undefined, diagnostics: readonly { readonly message: string }[]): T {
  if (value === undefined || diagnostics.length > 0)
    throw new Error(`${name}: ${diagnostics.map(({ message }) => message).join("; ")}`);
  return value;
}
