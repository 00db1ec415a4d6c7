import { scaffoldFile, type ScaffoldDraft } from "../../memo/template/scaffold.ts";
import { slugText } from "../../domain/scalars/identifier.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Triage } from "../../domain/records/charter.ts";
import { refuseSecrets } from "../poc/refuse-secrets.ts";
import { RuleFault } from "../ports/faults.ts";
import type { Context, Folder } from "../ports/ports.ts";
import { draftOf } from "./draft-of.ts";
import type { InitFlags } from "./init-flags.ts";

export interface InitRequest extends InitFlags {
  /** DIR; undefined: here where here is empty, else a folder named after the title. */
  readonly directory: string | undefined;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly example: boolean;
  readonly allowSecret: boolean;
}

export interface InitResult {
  /** Absolute path. */
  readonly folder: string;
  /** As the person would type it. */
  readonly directory: string;
  readonly files: readonly InitFile[];
  readonly dryRun: boolean;
  readonly example: boolean;
  readonly triage: Triage | undefined;
  readonly title: string;
  /** How many fields are left as placeholders. */
  readonly placeholders: number;
}

export interface InitFile {
  readonly name: string;
  /** `kept`: it was there and stays as it is. */
  readonly state: "written" | "kept";
}

interface Planned {
  readonly name: string;
  readonly text: string;
}

/**
 * Scaffolds a PoC folder. What is there stays: an existing PoC is completed, a folder with other files of the same
 * names is refused, and nothing is ever overwritten.
 *
 * @throws UsageFault, RuleFault, FileFault
 */
export async function initPoc(context: Context, request: InitRequest): Promise<InitResult> {
  const draft = request.example ? undefined : await draftOf(context, request, request.yes || request.dryRun);
  if (!request.allowSecret) refuseSecrets("an answer", draft);
  const directory = request.directory ?? defaultDirectory(context, draft);
  const path = context.files.resolve(directory);
  refusePlace(context, path);
  const folder = context.files.folder(path);
  const existing = folder.kind(DEFINITION_FILES.charter) === "file";
  const planned = draft === undefined ? exampleFiles(context, existing) : draftFiles(context, draft);
  const files = planned.map((file): InitFile => ({
    name: file.name,
    state: folder.kind(file.name) === undefined ? "written" : "kept",
  }));
  refuseForeign(files, existing, directory);
  if (!request.dryRun) {
    for (const file of planned) if (folder.kind(file.name) === undefined) folder.create(file.name, file.text);
  }
  const written = planned.filter((file) => files.find((state) => state.name === file.name)?.state === "written");
  return {
    folder: path,
    directory,
    files,
    dryRun: request.dryRun,
    example: request.example,
    triage: draft?.triage,
    title: draft?.title ?? EXAMPLE_TITLE,
    placeholders: written.reduce((count, file) => count + [...file.text.matchAll(/(?:: |- )TBD\b/g)].length, 0),
  };
}

/** The charter comes first: a folder that holds one is a PoC, and what is missing from it can be completed. */
function draftFiles(context: Context, draft: ScaffoldDraft): readonly Planned[] {
  const definitions = Object.values(DEFINITION_FILES).map((name) => ({
    name,
    text: scaffoldFile(context.assets, name, draft),
  }));
  return [...definitions, ...schemaFiles(context)];
}

/** Schemas of the records, for editors. Those below output/ describe what commands print, and belong to no PoC. */
function schemaFiles(context: Context): readonly Planned[] {
  return context.assets
    .files("schemas")
    .filter((name) => !name.includes("/"))
    .map((name) => ({ name: `.schemas/${name}`, text: context.assets.text(`schemas/${name}`)! }));
}

const EXAMPLE_FOLDER = "examples/retrieval-poc";
const EXAMPLE_TITLE = "the example";

function exampleFiles(context: Context, existing: boolean): readonly Planned[] {
  if (existing)
    throw new RuleFault(
      "a PoC lies here already, and the example would mix with it",
      "name an empty folder: poc init --example DIR",
    );
  const names = context.assets.files(EXAMPLE_FOLDER);
  const charterFirst = [...names].sort(
    (a, b) => Number(b === DEFINITION_FILES.charter) - Number(a === DEFINITION_FILES.charter),
  );
  return [
    ...charterFirst.map((name) => ({ name, text: context.assets.text(`${EXAMPLE_FOLDER}/${name}`)! })),
    ...schemaFiles(context),
  ];
}

function defaultDirectory(context: Context, draft: ScaffoldDraft | undefined): string {
  const here = context.files.folder(context.cwd);
  if (isEmpty(here) || here.kind(DEFINITION_FILES.charter) !== undefined) return ".";
  if (draft === undefined) return "poc-example";
  const slug = slugText(draft.title);
  return slug === "" ? "poc" : slug;
}

/** Nothing but hidden files, such as those of git and of editors. */
function isEmpty(folder: Folder): boolean {
  return folder.list("").every((item) => item.name.startsWith("."));
}

function refusePlace(context: Context, path: string): void {
  if (/^(?:[A-Za-z]:)?[\\/]*$/.test(path))
    throw new RuleFault("a PoC does not belong into the root of the disk", "name a folder: poc init my-poc");
  if (path.split(/[\\/]/).includes(".git"))
    throw new RuleFault("a PoC does not belong into git's own folder", "name another folder");
  const link = context.files.linkAt(path);
  if (link) throw new RuleFault(`${path} is a symbolic link`, "name the folder that it points to");
  const above = context.files.findUp(path, DEFINITION_FILES.charter);
  if (above !== undefined && above !== path)
    throw new RuleFault(`${path} would lie inside the PoC ${above}`, "name a folder outside of it");
}

/** A file of one of our names in a folder that is no PoC is somebody else's. */
function refuseForeign(files: readonly InitFile[], existing: boolean, directory: string): void {
  const inTheWay = files.filter((file) => file.state === "kept").map((file) => file.name);
  if (existing || inTheWay.length === 0) return;
  throw new RuleFault(
    `${directory} is no PoC, but holds ${inTheWay.slice(0, 5).join(", ")}; nothing was written`,
    "name another folder: poc init my-poc",
  );
}
