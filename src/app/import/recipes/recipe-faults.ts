import type { Diagnostic, LocatedDiagnostic } from "../../../diagnostics/diagnostic.ts";
import { keyAt, valueAt, type Place } from "../../../diagnostics/place.ts";
import { readImportRecipes } from "../../../document/reading/read-import-recipes.ts";
import type { ImportRecipe } from "../../../document/schema/import-recipe-schema.ts";
import type { Eval } from "../../../domain/records/eval.ts";
import { nameHint } from "../../../domain/scalars/nearest.ts";
import { FORMAT_NAMES } from "../../../imports/format-names.ts";
import { CASE_ROLES } from "../../../domain/evidence/columns/column-role.ts";
import type { OpenPoc } from "../../poc/open-poc.ts";
import { FileFault } from "../../ports/faults.ts";
import type { Files } from "../../ports/ports.ts";
import { filesOf, IMPORTS_FILE, isPatternOutside, LARGEST_RECIPES } from "./recipe-files.ts";

/**
 * The problems of imports.yaml: how it is written, evals and arms that nobody declared, unknown formats, files that do
 * not exist yet. It looks at names only, and runs nothing.
 */
export function recipeFaults({ files }: { readonly files: Files }, poc: OpenPoc): readonly LocatedDiagnostic[] {
  const { folder, records } = poc;
  if (folder.kind(IMPORTS_FILE) === undefined) return [];
  try {
    const bytes = folder.read(IMPORTS_FILE, LARGEST_RECIPES);
    const { evals } = records.definitions;
    return readImportRecipes(bytes, IMPORTS_FILE, (recipes) =>
      recipes.flatMap((recipe) => [
        ...nameFaults(recipe, evals),
        ...armFaults(recipe, evals),
        ...fileFaults(recipe, files, poc),
      ]),
    ).diagnostics;
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault;
    const told = { code: "file-unreadable", message: fault.message, place: valueAt(IMPORTS_FILE) } as const;
    return readImportRecipes(new Uint8Array(), IMPORTS_FILE, () => [told]).diagnostics;
  }
}

/** Unknown evals, formats and meanings of columns. */
function nameFaults(
  { id, from, eval: evals = [], map = new Map(), columns = new Map() }: ImportRecipe,
  all: readonly Eval[],
) {
  const ids = all.map((item) => item.id);
  return [
    ...evals.flatMap((name) => unknown(name, ids, "an eval", valueAt(IMPORTS_FILE, id, "eval"))),
    ...[...map.keys()].flatMap((name) => unknown(name, ids, "an eval", keyAt(IMPORTS_FILE, id, "map", name))),
    ...(from === undefined ? [] : unknown(from, FORMAT_NAMES, "a format", valueAt(IMPORTS_FILE, id, "from"))),
    ...[...columns.keys()].flatMap((role) =>
      unknown(role, CASE_ROLES, "what a column means", keyAt(IMPORTS_FILE, id, "columns", role)),
    ),
  ];
}

function unknown(name: string, names: readonly string[], what: string, place: Place): readonly Diagnostic[] {
  if (names.includes(name)) return [];
  const listed = names.length === 0 ? "there is none" : `known: ${names.slice(0, 20).join(", ")}`;
  return [
    {
      code: "unknown-reference",
      message: `found "${name.slice(0, 60)}", expected ${what}`,
      place,
      hint: nameHint(name, names, listed),
    },
  ];
}

/** An arm that its evals do not declare: either one more variant, or a slip. */
function armFaults({ id, arm, arms = new Map(), eval: own = [], map = new Map() }: ImportRecipe, all: readonly Eval[]) {
  const asked = new Set([...own, ...map.keys()]);
  const evals = all.filter((item) => asked.size === 0 || asked.has(item.id));
  const declared = [...new Set(evals.flatMap(({ arms: names = [] }) => names.map(({ name }) => name)))];
  if (declared.length === 0) return [];
  const named = [
    ...(arm === undefined ? [] : [[arm, valueAt(IMPORTS_FILE, id, "arm")] as const]),
    ...[...arms].map(([source, name]) => [name, valueAt(IMPORTS_FILE, id, "arms", source)] as const),
  ];
  return named
    .filter(([name]) => !declared.includes(name))
    .map(([name, place]): Diagnostic => ({
      code: "recipe-arm-unknown",
      message: `found "${name.slice(0, 60)}", expected an arm that evals.yaml names: ${declared.join(", ")}`,
      place,
      hint: nameHint(name, declared, "correct it, or add the arm in evals.yaml"),
    }));
}

function fileFaults({ id, file }: ImportRecipe, files: Files, { folder }: OpenPoc): readonly Diagnostic[] {
  if (file === undefined) return [];
  const place = valueAt(IMPORTS_FILE, id, "file");
  if (isPatternOutside(file))
    return [
      {
        code: "invalid-value",
        message: `found the pattern "${file.slice(0, 80)}", expected one for files of this folder`,
        place,
        hint: "write * in the last part of a path within the PoC folder, or name one file",
      },
    ];
  return filesOf(folder, files, file).length > 0
    ? []
    : [
        {
          code: "recipe-without-file",
          message: `found no file ${file.slice(0, 120)} yet`,
          place,
          hint: "no action is needed if the next run writes it; otherwise correct the name",
        },
      ];
}
