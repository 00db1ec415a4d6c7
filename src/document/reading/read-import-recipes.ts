import type { Diagnostic, LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { locate } from "../places/locate.ts";
import { Sources } from "../places/sources.ts";
import { importRecipeSchema, type ImportRecipe } from "../schema/import-recipe-schema.ts";
import { composedOutline } from "../yaml/tree-outline.ts";
import { readList } from "./read-definition.ts";

/**
 * The recipes of imports.yaml, with everything that is wrong with the file. An empty file has none.
 *
 * @param further what else is to be said of the recipes that could be read
 */
export function readImportRecipes(
  bytes: Uint8Array,
  file: string,
  further: (recipes: readonly ImportRecipe[]) => readonly Diagnostic[] = () => [],
): { readonly recipes: readonly ImportRecipe[]; readonly diagnostics: readonly LocatedDiagnostic[] } {
  const { value, text, diagnostics } = readList({ name: file, bytes }, importRecipeSchema());
  const sources = new Sources([new Map([[file, text ?? ""]])], (_file, yaml) => composedOutline(yaml));
  const told = [...diagnostics.filter(({ code }) => code !== "file-empty"), ...further(value ?? [])];
  return { recipes: value ?? [], diagnostics: told.map((diagnostic) => locate(sources, diagnostic)) };
}
