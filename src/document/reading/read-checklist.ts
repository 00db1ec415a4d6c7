import type { LocatedDiagnostic, Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { EXIT, type Checklist } from "../../domain/records/checklist-items.ts";
import { checklistSchema } from "../schema/checklist-schema.ts";
import { locate } from "../places/locate.ts";
import { takeDuplicates } from "./read-definition.ts";
import { readYamlText } from "../yaml/read-yaml.ts";
import { salvage } from "./salvage.ts";
import { Sources } from "../places/sources.ts";
import { composedOutline } from "../yaml/tree-outline.ts";
import { isWrittenMap, type Written } from "../yaml/written.ts";
import { shown } from "./schema-issue.ts";

/** A list as it was read. */
export interface ChecklistReading {
  /** Undefined where anything is wrong: a list that lost an item would look more complete than it is. */
  readonly checklist: Checklist | undefined;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Reads the text of a list. `name` is that of its file, which the list has to repeat; `file` is for people. */
export function readChecklist(name: string, file: string, text: string): ChecklistReading {
  const { written, diagnostics, refused } = readYamlText(text, file);
  if (written === undefined) return { checklist: undefined, diagnostics: placed(file, text, diagnostics) };
  const named = nameFaults(name, file, written);
  const twice = takeDuplicates(isWrittenMap(written) ? written["items"] : undefined, file, ["items"]);
  const read = salvage(checklistSchema(), written, file, { placeholders: [], refused });
  const found = [...diagnostics, ...named, ...twice, ...read.diagnostics];
  const empty = found.length === 0 && read.value?.items.length === 0 ? [emptyList(file)] : [];
  const all = [...found, ...empty];
  return { checklist: all.length === 0 ? read.value : undefined, diagnostics: placed(file, text, all) };
}

function placed(file: string, text: string, diagnostics: readonly Diagnostic[]): readonly LocatedDiagnostic[] {
  const sources = new Sources([new Map([[file, text]])], (_file, yaml) => composedOutline(yaml));
  return diagnostics.map((diagnostic) => locate(sources, diagnostic));
}

function nameFaults(name: string, file: string, written: Written): readonly Diagnostic[] {
  const place = valueAt(file, "checklist");
  if (name === EXIT) {
    return [
      {
        code: "value-not-allowed",
        message:
          `found ${shown(EXIT)}, expected another name: the recommendation depends on the exit criteria, so no file ` +
          `changes them`,
        place,
        hint: "give the list another name; it then exists beside the exit criteria",
      },
    ];
  }
  const said = isWrittenMap(written) ? written["checklist"] : undefined;
  if (typeof said !== "string" || said === name) return [];
  return [
    {
      code: "invalid-value",
      message: `found ${shown(said)}, expected ${shown(name)}, the name of the file`,
      place,
      hint: "rename the file or the list",
    },
  ];
}

function emptyList(file: string): Diagnostic {
  return {
    code: "invalid-value",
    message: "found no items, expected at least one",
    place: valueAt(file, "items"),
    hint: "a list without items would always be done",
  };
}
