import type { Context, Folder } from "../ports/ports.ts";

/** Where the schemas of a PoC lie: once for a repository. */
export interface SchemaPlace {
  /** The folder that `.schemas` is in. */
  readonly folder: Folder;
  /** `.schemas`, seen from the folder of the PoC: `../../.schemas`. */
  readonly fromPoc: string;
}

const SCHEMAS = ".schemas";

/**
 * The nearest folder above that has schemas already, else the root of the repository, else the folder of the PoC.
 * Editors read them where they lie, so none of it needs a network.
 */
export async function schemaPlace(context: Context, poc: string): Promise<SchemaPlace> {
  const place = (await context.repository()).placeOf(poc);
  const root = place === undefined || place === "" ? poc : poc.slice(0, poc.length - place.length - 1);
  const there = context.files.findUp(poc, `${SCHEMAS}/poc.schema.json`);
  const path = there !== undefined && (there.length >= root.length || place === undefined) ? there : root;
  const steps = poc
    .slice(path.length)
    .split(/[\\/]/)
    .filter((step) => step !== "").length;
  return { folder: context.files.folder(path), fromPoc: `${"../".repeat(steps)}${SCHEMAS}` };
}
