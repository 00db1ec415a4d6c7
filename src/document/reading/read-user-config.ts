import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { fields, optional, once } from "../schema/field.ts";
import { text } from "../schema/scalar-fields.ts";
import { locate } from "../places/locate.ts";
import { readMap } from "./read-definition.ts";
import { Sources } from "../places/sources.ts";

/** What one person set up for all of their PoCs. */
export interface UserConfig {
  /** The folder with the organisation's templates, gates and checklists, as it is written there. */
  readonly templates?: string | undefined;
}

const schema = once(() =>
  fields({
    templates: optional(
      text("the path of a folder"),
      "Templates",
      "The folder with the organisation's templates, gates and checklists.",
      "~/work/poc-templates",
    ),
  }),
);

/** Reads the user's configuration. A file that holds nothing but comments sets nothing up. */
export function readUserConfig(
  bytes: Uint8Array,
  file: string,
): { readonly config: UserConfig; readonly diagnostics: readonly LocatedDiagnostic[] } {
  const { value, text: source, diagnostics } = readMap({ name: file, bytes }, schema());
  const sources = new Sources([new Map([[file, source ?? ""]])]);
  const told = diagnostics.filter(({ code }) => code !== "file-empty");
  return { config: value ?? {}, diagnostics: told.map((diagnostic) => locate(sources, diagnostic)) };
}
