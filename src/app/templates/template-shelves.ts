import { nearest } from "../../domain/scalars/nearest.ts";
import { MEMOS } from "../documents/documents.ts";

/** A kind of file in the library, by the folder it lies in. */
export interface Shelf {
  /** `document`, `partial`: as JSON calls it. */
  readonly kind: string;
  /** What a list puts above them. */
  readonly title: string;
  readonly folder: string;
  readonly rank: number;
}

export interface Shelved {
  readonly shelf: Shelf;
  readonly name: string;
  readonly makes: string;
  readonly used: boolean;
}

interface ShelfRule extends Omit<Shelf, "rank"> {
  /** How the names of its files end. */
  readonly ending: string;
  readonly makes: (name: string) => string;
  /** The only names that are asked for; absent where any may be. */
  readonly names?: readonly string[];
}

const SHELVES: readonly ShelfRule[] = [
  {
    kind: "document",
    title: "Documents",
    folder: "memo",
    ending: ".md.hbs",
    names: MEMOS.map(({ kind }) => kind),
    makes: (name) => MEMOS.find(({ kind }) => kind === name)?.about ?? "",
  },
  {
    kind: "gate",
    title: "Gates",
    folder: "gates",
    ending: ".yaml",
    makes: (name) => `gate ${name.replace(/^(\d+)-/, "$1, ")}`,
  },
  {
    kind: "checklist",
    title: "Checklists",
    folder: "checklists",
    ending: ".yaml",
    makes: (name) => `the items of poc checklist ${name}`,
  },
  {
    kind: "checklist-page",
    title: "Printed checklists",
    folder: "checklist",
    ending: ".md.hbs",
    makes: (name) =>
      name === "checklist" ? "every checklist, as it is printed" : `poc checklist ${name}, as it is printed`,
  },
  { kind: "page", title: "Pages", folder: "page", ending: "", makes: () => "the look of documents as HTML" },
  {
    kind: "partial",
    title: "Partials",
    folder: "partials",
    ending: ".md.hbs",
    makes: (name) => `{{> ${name}}} in a template`,
  },
];

/**
 * Where a file of the library belongs and what it makes. `known`: one of the name ships, so that something asks for it.
 */
export function shelfOf(key: string, known: boolean): Shelved {
  const [folder = "", file = ""] = [
    key.slice(0, Math.max(0, key.lastIndexOf("/"))),
    key.slice(key.lastIndexOf("/") + 1),
  ];
  const rank = SHELVES.findIndex((shelf) => shelf.folder === folder);
  const rule = SHELVES[rank];
  if (rule === undefined) {
    const shelf = { kind: "other", title: "Others", folder, rank: SHELVES.length };
    return {
      shelf,
      name: nameOf(file, ""),
      makes: known ? `used by poc from ${folder}/` : unusedFolder(folder),
      used: known,
    };
  }
  const { kind, title, ending, names } = rule;
  const shelf = { kind, title, folder, rank };
  const name = nameOf(file, ending);
  if (!known && !file.endsWith(ending))
    return { shelf, name: file, makes: `nothing uses it: its name does not end in ${ending}`, used: false };
  if (!known && names !== undefined && !names.includes(name))
    return { shelf, name, makes: unusedName(name, names), used: false };
  return { shelf, name, makes: rule.makes(name), used: true };
}

function nameOf(file: string, ending: string): string {
  return ending !== "" && file.endsWith(ending) ? file.slice(0, -ending.length) : file.replace(/(?<=.)\..*$/, "");
}

function unusedFolder(folder: string): string {
  if (folder === "") return `nothing uses it: it belongs in a folder, such as ${SHELVES[0]!.folder}/`;
  const close = nearest(
    folder,
    SHELVES.map((shelf) => shelf.folder),
  );
  const suggestion = close === undefined ? "" : `; did you mean ${close}/?`;
  return `nothing uses it: poc does not look into ${folder}/${suggestion}`;
}

function unusedName(name: string, names: readonly string[]): string {
  const close = nearest(name, names);
  return `nothing uses it: no document is called ${name}${close === undefined ? "" : `; did you mean ${close}?`}`;
}
