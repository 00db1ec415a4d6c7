import { TEMPLATE_FOLDER } from "../../domain/records/records.ts";
import { FileFault } from "../ports/faults.ts";
import { ORGANISATION_FILE } from "../../domain/records/organisation/organisation.ts";
import { namesLibrary } from "./own-library.ts";
import type { Context, Folder } from "../ports/ports.ts";

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
  /**
   * Keys of all files directly in `folder`, from wherever, sorted. What an editor or a system leaves behind is not
   * among them.
   */
  list(folder: string): readonly string[];
}

/** One of the places that the library is made of, before the next is asked. */
export interface LibraryLayer extends TemplateLibrary {
  readonly origin: Origin;
  /** Where its files lie, for people: `templates/`, `~/work/poc-templates`; "" of those that ship. */
  readonly shown: string;
  /** A file as people know it: `templates/memo/decision.md.hbs`. */
  nameOf(key: string): string;
  /** Its folders, itself ("") among them where files may stray into it; what they hold is listed by `list`. */
  folders(): readonly string[];
}

const LARGEST_FILE = 256 * 1024;
const SHIPPED = "templates";
/** What `poc init` writes ships beside the library and is not a part of it: a PoC begins the same way everywhere. */
const SCAFFOLD = "scaffold";

export async function templateLibrary(context: Context, poc: Folder | undefined): Promise<TemplateLibrary> {
  return libraryOf(await libraryLayers(context, poc));
}

/** The layers of the library, the one that wins first. @throws RecordsFault, DiagnosedFault, FileFault */
export async function libraryLayers(context: Context, poc: Folder | undefined): Promise<readonly LibraryLayer[]> {
  const organisation = await organisationLayer(context);
  return [...(poc === undefined ? [] : [ownLayer(poc)]), ...organisation, shippedLayer(context)];
}

export function libraryOf(layers: readonly LibraryLayer[]): TemplateLibrary {
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

function ownLayer(poc: Folder): LibraryLayer {
  return folderLayer({
    folder: poc,
    base: `${TEMPLATE_FOLDER}/`,
    shown: `${TEMPLATE_FOLDER}/`,
    nameOf: (path) => path,
    origin: "poc",
  });
}

/** Named once for all PoCs, by POC_TEMPLATES or by the user's configuration; who names none loads no YAML for it. */
async function organisationLayer(context: Context): Promise<readonly LibraryLayer[]> {
  if (!namesLibrary(context)) return [];
  const { organisationFolder } = await import("./organisation-folder.ts");
  const named = organisationFolder(context);
  if (named === undefined) return [];
  const { folder, shown } = named;
  return [folderLayer({ folder, base: "", shown, nameOf: (path) => `${shown}/${path}`, origin: "organisation" })];
}

interface FolderSource {
  readonly folder: Folder;
  /** The folder in which the library begins. */
  readonly base: string;
  readonly shown: string;
  readonly nameOf: (path: string) => string;
  readonly origin: Origin;
}

function folderLayer({ folder, base, shown, nameOf, origin }: FolderSource): LibraryLayer {
  const pathOf = (subfolder: string) => (base + subfolder).replace(/\/$/, "");
  return {
    origin,
    shown,
    nameOf: (key) => nameOf(base + key),
    folders() {
      const above = pathOf("");
      const inside = named(above, nameOf(above), () => folder.list(above)).flatMap(({ kind, name }) =>
        kind === "folder" && isMeant(name) ? [name.slice(base.length)] : [],
      );
      return ["", ...inside];
    },
    find(key) {
      const path = base + key;
      const name = nameOf(path);
      return named(path, name, () =>
        folder.kind(path) === undefined
          ? undefined
          : { key, name, text: decoded(name, folder.read(path, LARGEST_FILE)), origin },
      );
    },
    list(subfolder) {
      const path = pathOf(subfolder);
      const items = named(path, nameOf(path), () => folder.list(path));
      // A link counts: reading it reports the problem, while skipping it would leave a riddle.
      return items
        .filter(({ kind, name }) => kind !== "folder" && isMeant(name))
        .filter(({ name }) => origin !== "organisation" || name !== ORGANISATION_FILE)
        .map(({ name }) => name.slice(base.length));
    },
  };
}

/**
 * Left behind by an editor, a file manager or a merge: `.decision.md.hbs.swp`, `decision.md.hbs~`,
 * `decision.md.hbs.orig`.
 */
function isMeant(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return !name.startsWith(".") && !/(~|\.orig|\.bak|\.swp)$/.test(name);
}

/** A fault names the file as people know it, not as it is called within its folder. */
function named<T>(path: string, name: string, act: () => T): T {
  try {
    return act();
  } catch (fault) {
    if (!(fault instanceof FileFault) || fault.file !== path || path === "" || path === name) throw fault;
    throw new FileFault(
      fault.kind,
      name,
      fault.message.replaceAll(path, () => name),
      { cause: fault.cause },
    );
  }
}

function shippedLayer({ assets }: Context): LibraryLayer {
  return {
    origin: "shipped",
    shown: "",
    nameOf: (key) => `${SHIPPED}/${key}`,
    folders: () =>
      [
        ...new Set(
          assets.files(SHIPPED).flatMap((name) => (name.includes("/") ? [name.slice(0, name.indexOf("/"))] : [])),
        ),
      ].filter((name) => name !== SCAFFOLD),
    find(key) {
      const name = `${SHIPPED}/${key}`;
      const text = assets.text(name);
      return text === undefined ? undefined : { key, name, text, origin: "shipped" };
    },
    list: (folder) =>
      assets
        .files(`${SHIPPED}/${folder}`)
        .filter((name) => !name.includes("/"))
        .map((name) => `${folder}/${name}`),
  };
}

/** @throws FileFault if the bytes are not text */
export function decoded(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileFault("io", name, `${name} is not UTF-8 text`);
  }
}
