import { TEMPLATE_FOLDER } from "../domain/records.ts";
import { FileFault } from "./faults.ts";
import type { Context, Folder } from "./ports.ts";

/** Whose file it is: the PoC's own, that of the organisation, or one that ships with the tool. */
export type Origin = "poc" | "organisation" | "shipped";

/** A template, gate or checklist as it was found. */
export interface LibraryFile {
  /** Within the library: `memo/decision.md.hbs`. */
  readonly key: string;
  /** As people know the file, for diagnostics: `templates/memo/decision.md.hbs`. */
  readonly name: string;
  readonly text: string;
  readonly origin: Origin;
}

/**
 * Everything that an organisation may bring its own of: templates, partials, gates, checklists. Each file is looked for
 * in the PoC's `templates/`, then in the organisation's folder, then among those that ship.
 */
export interface TemplateLibrary {
  /** @throws FileFault where it is there and cannot be read */
  find(key: string): LibraryFile | undefined;
  /** Keys of all files directly in `folder`, from wherever, sorted. */
  list(folder: string): readonly string[];
}

const LARGEST_FILE = 256 * 1024;
const SHIPPED = "templates";

export function templateLibrary(context: Context, poc: Folder | undefined): TemplateLibrary {
  const layers = [...(poc === undefined ? [] : [ownLayer(poc)]), ...organisationLayer(context), shippedLayer(context)];
  return {
    find(key) {
      for (const layer of layers) {
        const found = layer.find(key);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    list: (folder) => [...new Set(layers.flatMap((layer) => layer.list(folder)))].sort(),
  };
}

function ownLayer(poc: Folder): TemplateLibrary {
  return folderLayer(poc, `${TEMPLATE_FOLDER}/`, (path) => path, "poc");
}

/** Named once for all PoCs: by POC_TEMPLATES. */
function organisationLayer(context: Context): readonly TemplateLibrary[] {
  const named = context.env["POC_TEMPLATES"];
  if (named === undefined || named === "") return [];
  return [folderLayer(context.files.folder(context.files.resolve(named)), "", (path) => `${named.replace(/[\\/]$/, "")}/${path}`, "organisation")];
}

function folderLayer(folder: Folder, base: string, nameOf: (path: string) => string, origin: Origin): TemplateLibrary {
  return {
    find(key) {
      const path = base + key;
      if (folder.kind(path) === undefined) return undefined;
      const name = nameOf(path);
      return { key, name, text: decoded(name, folder.read(path, LARGEST_FILE)), origin };
    },
    list: (subfolder) => folder.list(base + subfolder).filter(({ kind }) => kind !== "folder").map(({ name }) => name.slice(base.length)),
  };
}

function shippedLayer({ assets }: Context): TemplateLibrary {
  return {
    find(key) {
      const name = `${SHIPPED}/${key}`;
      const text = assets.text(name);
      return text === undefined ? undefined : { key, name, text, origin: "shipped" };
    },
    list: (folder) => assets.files(`${SHIPPED}/${folder}`).filter((name) => !name.includes("/")).map((name) => `${folder}/${name}`),
  };
}

/** @throws FileFault where the bytes are no text */
export function decoded(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileFault("io", name, `${name} is not UTF-8 text`);
  }
}
