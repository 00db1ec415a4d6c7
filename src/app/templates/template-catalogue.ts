import { nameHint } from "../../domain/scalars/nearest.ts";
import { TEMPLATE_FOLDER } from "../../domain/records/records.ts";
import { FileFault, RuleFault, UsageFault } from "../ports/faults.ts";
import { findFolder } from "../poc/open-poc.ts";
import type { Context, Folder } from "../ports/ports.ts";
import { shelfOf, type Shelf } from "./template-shelves.ts";
import {
  libraryLayers,
  libraryOf,
  type LibraryFile,
  type LibraryLayer,
  type Origin,
} from "../library/template-library.ts";

/** A file of the library, and what comes of it. */
export interface CataloguedTemplate {
  /** Within the library: `memo/decision.md.hbs`. */
  readonly key: string;
  /** As a person calls it: `decision`. */
  readonly name: string;
  readonly shelf: Shelf;
  /** What it makes or is for; where nothing uses it, why. */
  readonly makes: string;
  readonly used: boolean;
  /** Whose it is: the one that wins. */
  readonly origin: Origin;
  /** Where it lies, for people. */
  readonly file: string;
  /** The origins whose files of the same name it replaces. */
  readonly hides: readonly Origin[];
}

export interface TemplateCatalogue {
  /** Absolute path of the PoC folder; undefined if there is none around. */
  readonly folder: string | undefined;
  /** The organisation's folder as it was named; undefined where none was. */
  readonly organisation: string | undefined;
  readonly templates: readonly CataloguedTemplate[];
}

interface Opened extends TemplateCatalogue {
  readonly layers: readonly LibraryLayer[];
}

/**
 * Every template, partial, gate and checklist, with or without a PoC around.
 * @throws RecordsFault, DiagnosedFault, FileFault
 */
export async function listTemplates(context: Context, directory: string | undefined): Promise<TemplateCatalogue> {
  const { folder, organisation, templates } = await openCatalogue(context, directory);
  return { folder, organisation, templates };
}

export interface ShownTemplate {
  readonly template: CataloguedTemplate;
  readonly text: string;
}

/** The text of a template, that of the one that wins. @throws UsageFault where none is called so */
export async function showTemplate(
  context: Context,
  directory: string | undefined,
  name: string,
): Promise<ShownTemplate> {
  const { layers, templates } = await openCatalogue(context, directory);
  const template = named(templates, name);
  return { template, text: present(libraryOf(layers), template).text };
}

export interface CopyRequest {
  readonly directory: string | undefined;
  readonly name: string;
  /** Whether to overwrite the PoC's own. */
  readonly force: boolean;
}

export interface CopiedTemplate {
  /** As it is now catalogued: the PoC's own. */
  readonly template: CataloguedTemplate;
  /** Absolute path of the PoC folder. */
  readonly folder: string;
  /** Whose it was copied from. */
  readonly from: Origin;
  readonly overwritten: boolean;
}

/**
 * Puts the organisation's or the shipped template into the PoC's own templates, where it wins from then on.
 *
 * @throws RecordsFault, UsageFault, RuleFault, FileFault
 */
export async function copyTemplate(context: Context, request: CopyRequest): Promise<CopiedTemplate> {
  const poc = findFolder(context, request.directory);
  const { layers, templates } = await openCatalogue(context, request.directory);
  const template = named(templates, request.name);
  const path = `${TEMPLATE_FOLDER}/${template.key}`;
  const below = layers.filter(
    (layer) => layer.origin !== "poc" && layer.list(folderOf(template.key)).includes(template.key),
  );
  if (below.length === 0)
    throw new RuleFault(`${path} is this PoC's own, and there is no other to copy`, "edit that file");
  const source = present(libraryOf(below), template);
  const exists = poc.kind(path) !== undefined;
  if (exists && !request.force)
    throw new RuleFault(
      `${path} is there already; nothing was written`,
      "poc uses it; --force overwrites it, and its changes are lost",
    );
  if (exists) poc.replace(path, source.text, undefined);
  else poc.create(path, source.text);
  const hides = below.map(({ origin }) => origin);
  return {
    template: { ...template, origin: "poc", file: path, hides },
    folder: poc.path,
    from: source.origin,
    overwritten: exists,
  };
}

async function openCatalogue(context: Context, directory: string | undefined): Promise<Opened> {
  const poc = pocAround(context, directory);
  const layers = await libraryLayers(context, poc);
  const keys = [...new Set(layers.flatMap((layer) => layer.folders().flatMap((folder) => layer.list(folder))))];
  const templates = keys.flatMap((key) => catalogued(key, layers)).sort(byShelf);
  return {
    folder: poc?.path,
    organisation: layers.find((layer) => layer.origin === "organisation")?.shown,
    layers,
    templates,
  };
}

/** Templates can be looked at before there is a PoC; one that was named has to be there. */
function pocAround(context: Context, directory: string | undefined): Folder | undefined {
  const isThere = directory !== undefined || context.files.findUp(context.cwd, "poc.yaml") !== undefined;
  return isThere ? findFolder(context, directory) : undefined;
}

function catalogued(key: string, layers: readonly LibraryLayer[]): readonly CataloguedTemplate[] {
  const [winner, ...hidden] = layers.filter((layer) => layer.list(folderOf(key)).includes(key));
  if (winner === undefined) return [];
  const shelved = shelfOf(key, winner.origin === "shipped" || hidden.length > 0);
  const told =
    shelved.shelf.kind === "partial" && shelved.used
      ? { ...shelved, ...ownWords(winner, key, shelved.makes) }
      : shelved;
  return [{ key, ...told, origin: winner.origin, file: winner.nameOf(key), hides: hidden.map(({ origin }) => origin) }];
}

/** A partial says itself what it is for, in the comment that it begins with. */
function ownWords(
  layer: LibraryLayer,
  key: string,
  otherwise: string,
): { readonly makes: string; readonly used: boolean } {
  try {
    const comment = /^\{\{~?!(?:--)?\s*((?:(?!\}\})[^])*?)\s*(?:--)?~?\}\}/.exec(layer.find(key)?.text ?? "")?.[1];
    return { makes: comment === undefined || comment === "" ? otherwise : comment, used: true };
  } catch (fault) {
    // What cannot be read is listed all the same, so that it can be found.
    if (!(fault instanceof FileFault)) throw fault;
    return { makes: fault.message, used: false };
  }
}

function byShelf(a: CataloguedTemplate, b: CataloguedTemplate): number {
  return a.shelf.rank - b.shelf.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function folderOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf("/")));
}

function present(
  library: { find(key: string): LibraryFile | undefined },
  { key, file }: CataloguedTemplate,
): LibraryFile {
  const found = library.find(key);
  if (found === undefined) throw new RuleFault(`${file} is gone`);
  return found;
}

/** By its key, with or without endings and folder; a gate also without its number. */
function named(templates: readonly CataloguedTemplate[], typed: string): CataloguedTemplate {
  const wanted = typed.replace(/^(\.\/)?templates\//, "");
  const ways: readonly ((template: CataloguedTemplate) => string)[] = [
    ({ key }) => key,
    ({ key }) => key.replace(/(?<=[^/])\.[^/]*$/, ""),
    ({ key }) => key.slice(key.lastIndexOf("/") + 1),
    ({ name }) => name,
    ({ name }) => name.replace(/^\d+-/, ""),
  ];
  for (const way of ways) {
    const called = templates.filter((template) => way(template) === wanted);
    // What nothing uses is only meant where nothing else is called so.
    const used = called.filter((template) => template.used);
    const found = used.length > 0 ? used : called;
    if (found.length > 1)
      throw new UsageFault(
        `several are called "${typed.slice(0, 60)}"`,
        `name its folder too: ${found.map(({ key }) => key).join(" or ")}`,
      );
    if (found[0] !== undefined) return found[0];
  }
  const names = [...new Set(templates.flatMap(({ key, name }) => [name, key, key.replace(/(?<=[^/])\.[^/]*$/, "")]))];
  throw new UsageFault(
    `no template is called "${typed.slice(0, 60)}"`,
    nameHint(wanted, names, "poc template list names them all"),
  );
}
