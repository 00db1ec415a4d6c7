import { readImportRecipes } from "../../../document/reading/read-import-recipes.ts";
import type { ImportRecipe } from "../../../document/schema/import-recipe-schema.ts";
import { parseIdentifier } from "../../../domain/scalars/identifier.ts";
import { CASE_ROLES, type CaseRole } from "../../../domain/evidence/columns/column-role.ts";
import { FORMAT_NAMES } from "../../../imports/format-names.ts";
import { DiagnosedFault, RecordsFault, UsageFault } from "../../ports/faults.ts";
import type { Files, Folder } from "../../ports/ports.ts";
import type { ImportProblems } from "../import-problems.ts";
import type { ImportWish } from "../import-request.ts";
import { filesOf, IMPORTS_FILE, isPatternOutside, LARGEST_RECIPES, pathOf } from "./recipe-files.ts";

/** Files that are read alike. */
export interface ImportJob {
  readonly wish: ImportWish;
  readonly files: readonly JobFile[];
}

export interface JobFile {
  /** As people know it. */
  readonly shown: string;
  readonly path: string;
  /** What a command printed, in place of a file. */
  readonly bytes?: Uint8Array;
}

/**
 * What the recipes of a PoC name, each with its files. A recipe without a file yet is no fault: the run may come.
 *
 * @param printed by commands, by the id of the recipe; of one that was not run there is nothing
 */
export function recipeJobs(
  { folder, files }: { readonly folder: Folder; readonly files: Files },
  recipes: readonly ImportRecipe[],
  printed: ReadonlyMap<string, Uint8Array>,
  problems: ImportProblems,
): readonly ImportJob[] {
  return recipes.map((recipe) => ({ wish: wishOf(recipe, problems), files: jobFiles(recipe, folder, files, printed) }));
}

function jobFiles(
  { id, file }: ImportRecipe,
  folder: Folder,
  files: Files,
  printed: ReadonlyMap<string, Uint8Array>,
): readonly JobFile[] {
  const bytes = printed.get(id);
  if (bytes !== undefined) return [{ shown: `${IMPORTS_FILE} ${id}`, path: id, bytes }];
  if (file === undefined) return [];
  if (isPatternOutside(file))
    throw new RecordsFault(
      `${IMPORTS_FILE}: a pattern such as ${file} can only match files in this folder`,
      "write * in the last part of a path within the PoC folder, or name one file",
    );
  // A named file that is missing is reported when it is read.
  const names = file.includes("*") ? filesOf(folder, files, file) : [file];
  return names.map((name) => ({ shown: name, path: pathOf(folder, name) }));
}

/**
 * The recipes of imports.yaml.
 *
 * @throws DiagnosedFault where the file cannot be read, UsageFault where there is none
 */
export function namedRecipes(folder: Folder): readonly ImportRecipe[] {
  const recipes = recipesOf(folder);
  if (recipes.length > 0) return recipes;
  throw new UsageFault(
    "there is nothing to import",
    "name a file: poc import results.json; --save NAME saves a recipe, which poc import alone repeats",
  );
}

function recipesOf(folder: Folder): readonly ImportRecipe[] {
  if (folder.kind(IMPORTS_FILE) === undefined) return [];
  const { recipes, diagnostics } = readImportRecipes(folder.read(IMPORTS_FILE, LARGEST_RECIPES), IMPORTS_FILE);
  if (diagnostics.length > 0) throw new DiagnosedFault(diagnostics);
  return recipes;
}

function wishOf(recipe: ImportRecipe, problems: ImportProblems): ImportWish {
  const { id, from, map = [], arms = [], columns = [], only = [] } = recipe;
  const where = `${IMPORTS_FILE}: ${id}`;
  const format = from === undefined ? undefined : problems.known(where, from, FORMAT_NAMES, "format");
  const roles: Partial<Record<CaseRole, string>> = {};
  for (const [name, column] of columns) {
    const role = CASE_ROLES.find((one) => one === problems.known(where, name, CASE_ROLES, "meaning of a column"));
    if (role !== undefined) roles[role] = column;
  }
  return {
    from: FORMAT_NAMES.find((name) => name === format),
    evals: recipe.eval ?? [],
    maps: [...map].map(([item, figure]) => `${figure}=${item}`),
    arms: [...(recipe.arm === undefined ? [] : [recipe.arm]), ...[...arms].map(([name, arm]) => `${name}=${arm}`)],
    columns: roles,
    at: recipe.rows,
    only: [...only].flatMap(([label, values]) => values.map((value) => `${label}=${value}`)),
    cost: recipe.cost,
    since: recipe.since,
    dateOrder: recipe.date_order,
  };
}

/**
 * Adds what was just done to imports.yaml, behind what stands there.
 *
 * @throws UsageFault where the name is none, or is taken
 */
export function saveRecipe(folder: Folder, id: string, file: string, wish: ImportWish): void {
  const name = parseIdentifier(id);
  if (!name.ok)
    throw new UsageFault(`--save: found "${id.slice(0, 60)}", expected ${name.problem.expected}`, name.problem.hint);
  if (recipesOf(folder).some((recipe) => recipe.id === id))
    throw new UsageFault(`--save: ${IMPORTS_FILE} has a recipe called ${id}`, "give it another name, or edit the file");
  const there = folder.kind(IMPORTS_FILE) !== undefined;
  const before = there ? new TextDecoder().decode(folder.read(IMPORTS_FILE, LARGEST_RECIPES)) : HEAD;
  const text = `${before}${before.endsWith("\n") ? "" : "\n"}${recipeText(id, file, wish)}`;
  const { recipes, diagnostics } = readImportRecipes(new TextEncoder().encode(text), IMPORTS_FILE);
  if (diagnostics.length > 0 || !recipes.some((recipe) => recipe.id === id))
    throw new RecordsFault(`poc cannot add anything to ${IMPORTS_FILE} as it is written`, "add the recipe by hand");
  if (there) folder.replace(IMPORTS_FILE, text, before);
  else folder.create(IMPORTS_FILE, text);
}

const HEAD =
  "# yaml-language-server: $schema=.schemas/imports.schema.json\n" +
  "# Recipes for results, money and hours: poc import alone imports what they name.\n";

/** A recipe as people would write it, each text in quotes. */
function recipeText(id: string, file: string, wish: ImportWish): string {
  const pairs = (texts: readonly string[], turned: boolean) =>
    texts.map((text) => {
      const at = text.lastIndexOf("=");
      const [left, right] = [text.slice(0, at), text.slice(at + 1)];
      return turned ? `${quoted(right)}: ${quoted(left)}` : `${quoted(left)}: ${quoted(right)}`;
    });
  const plain = wish.arms.filter((arm) => !arm.includes("="));
  const renamed = wish.arms.filter((arm) => arm.includes("="));
  const lines = [
    `- id: ${id}`,
    `  file: ${quoted(file)}`,
    ...(wish.from === undefined ? [] : [`  from: ${wish.from}`]),
    ...(wish.evals.length === 0 ? [] : [`  eval: [${wish.evals.join(", ")}]`]),
    ...(wish.maps.length === 0 ? [] : [`  map: { ${pairs(wish.maps, true).join(", ")} }`]),
    ...plain.slice(0, 1).map((arm) => `  arm: ${quoted(arm)}`),
    ...(renamed.length === 0 ? [] : [`  arms: { ${pairs(renamed, false).join(", ")} }`]),
    ...(Object.keys(wish.columns).length === 0
      ? []
      : [
          `  columns: { ${Object.entries(wish.columns)
            .map(([role, column]) => `${role}: ${quoted(column)}`)
            .join(", ")} }`,
        ]),
    ...(wish.at === undefined ? [] : [`  rows: ${quoted(wish.at)}`]),
    ...(wish.only.length === 0 ? [] : [`  only: { ${onlyPairs(wish.only).join(", ")} }`]),
    ...(wish.cost === undefined ? [] : [`  cost: ${wish.cost}`]),
    ...(wish.since === undefined ? [] : [`  since: ${quoted(wish.since)}`]),
    ...(wish.dateOrder === undefined ? [] : [`  date_order: ${wish.dateOrder}`]),
  ];
  return `${lines.join("\n")}\n`;
}

function onlyPairs(texts: readonly string[]): readonly string[] {
  const values = new Map<string, string[]>();
  for (const text of texts) {
    const at = text.indexOf("=");
    values.set(text.slice(0, at), [...(values.get(text.slice(0, at)) ?? []), text.slice(at + 1)]);
  }
  return [...values].map(([label, all]) => `${quoted(label)}: [${all.map(quoted).join(", ")}]`);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
