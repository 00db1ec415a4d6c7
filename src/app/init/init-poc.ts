import { scaffoldFile, type ScaffoldDraft } from "../../memo/template/scaffold.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { LackingNeed } from "../../wording/start-needs.ts";
import type { Triage } from "../../domain/records/charter.ts";
import type { WholeRow } from "../../domain/portfolio/poc-summary.ts";
import { refuseSecrets } from "../poc/refuse-secrets.ts";
import { readRecords } from "../../document/reading/read-records.ts";
import { LARGEST_FILE } from "../../document/yaml/source-file.ts";
import { pathText } from "../../diagnostics/place.ts";
import { optional } from "../../domain/scalars/optional.ts";
import { UsageFault } from "../ports/faults.ts";
import type { Context, Folder } from "../ports/ports.ts";

import { schemaPlace, type SchemaPlace } from "./schema-place.ts";
import { askedBefore } from "./asked-before.ts";
import { besideExample } from "./stray-init-flags.ts";
import { draftOf, plannedDays, resumedWalk } from "./draft-of.ts";
import { takeOver } from "./from-poc.ts";
import type { InitFlags } from "./init-flags.ts";
import { answersOf } from "./wizard/answers.ts";
import { startNeeds, startNeedsOf } from "./start-needs-of.ts";
import { placeAt, placeBeforeAsking, placeByTitle, refuseOther, titleRefusal, type InitPlace } from "./init-place.ts";

export interface InitRequest extends InitFlags {
  /** DIR; undefined: here where here is empty, else a folder named after the title. */
  readonly directory: string | undefined;
  readonly yes: boolean;
  /** Continue with the answers of an interrupted wizard. */
  readonly resume: boolean;
  /** The folder of a PoC whose terms are taken over. */
  readonly from: string | undefined;
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
  /** Whether a PoC was there already, at most with some files missing. */
  readonly completed: boolean;
  /** Whether the flags repeat what the files of that PoC say, in the same or in other words. */
  readonly flagsUnused: boolean;
  /** Undefined for an example, and where a PoC was completed. */
  readonly triage: Triage | undefined;
  readonly title: string;
  /** How many fields are left as placeholders. */
  readonly placeholders: number;
  /** What `poc start` lacks, in the order in which a team finds it out; none where it was not looked at. */
  readonly needs: readonly LackingNeed[];
  /** Earlier PoCs of the portfolio that asked something alike, the most alike first. */
  readonly alike: readonly WholeRow[];
}

export interface InitFile {
  readonly name: string;
  /** `kept`: it was there and stays as it is. */
  readonly state: "written" | "kept";
}

interface Planned {
  /** From the folder of the PoC. */
  readonly name: string;
  readonly text: string;
  /** For a schema: its folder, and its name there. */
  readonly at?: { readonly folder: Folder; readonly name: string };
}

/**
 * Scaffolds a PoC folder. What is there stays: an existing PoC is completed without a question, a folder with another
 * PoC or with other files of the same names is refused, and nothing is ever overwritten.
 *
 * @throws UsageFault, FileFault
 */
export async function initPoc(context: Context, request: InitRequest): Promise<InitResult> {
  const { resume, from } = request;
  const others = [...(from === undefined ? [] : ["--from"]), ...(resume ? ["--resume"] : [])];
  const beside = request.example ? besideExample(request, others) : [];
  if (beside.length > 0) throw new UsageFault(beside);
  if (request.example) return initExample(context, request);
  if (from !== undefined && resume)
    throw new UsageFault("--resume does not go with --from, which asks nothing but the title", "leave one out");
  if (request.from !== undefined) return initFrom(context, request, request.from);
  const directory = request.directory ?? (request.resume ? (await resumedWalk(context)).directory : undefined);
  const named = placeBeforeAsking(context, directory);
  // Before anything is asked, because a person's answers must not be wasted.
  const early = named ?? (request.title === undefined ? undefined : placeByTitle(context, request.title));
  if (early !== undefined) refuseOther(early, request.title);
  const { terminal } = context;
  const quiet = request.yes || request.dryRun || early?.existing !== undefined;
  const asks = !quiet && terminal.inIsTerminal && terminal.errIsTerminal;
  if (request.resume && !asks)
    throw new UsageFault(
      "--resume continues the questions, and nobody can be asked here",
      "type it on a terminal, without --yes",
    );
  const draft = await draftOf(context, {
    flags: request,
    directory,
    asks,
    resume: request.resume,
    allowSecret: request.allowSecret,
    refuseTitle: (title) => (named === undefined ? titleRefusal(context, title) : undefined),
  });
  if (!request.allowSecret) refuseSecrets("an answer", draft);
  const place = named ?? placeByTitle(context, draft.title);
  if (named === undefined) refuseOther(place, draft.title);
  const planned = draftFiles(context, draft, await schemaPlace(context, place.path));
  await refuseUnreadable(context, planned);
  const result = write(place, planned, request.dryRun);
  const { existing } = place;
  return existing === undefined
    ? {
        ...result,
        completed: false,
        triage: draft.triage,
        title: draft.title,
        needs: startNeeds(context, draft),
        alike: await askedBefore(context, place.path, questionsOf(draft)),
      }
    : {
        ...result,
        completed: true,
        flagsUnused: saysMoreThanTitle(request),
        triage: undefined,
        title: existing.title ?? draft.title,
        needs: [],
        alike: [],
      };
}

/** What the new PoC asks, in all of its words. A title alone may be no more than a name. */
function questionsOf({ question, unknowns, eval: measured, title }: ScaffoldDraft): string {
  const asked = [question, ...unknowns.map((unknown) => unknown.question)].filter((text) => text !== undefined);
  return asked.length === 0 ? title : [...new Set(asked), measured?.metric ?? ""].join(" ");
}

function saysMoreThanTitle(request: InitRequest): boolean {
  return [...answersOf(request).keys()].some((name) => name !== "title");
}

/** With the terms of another PoC only the title is missing, and it is asked where a person can be. */
async function initFrom(context: Context, request: InitRequest, from: string): Promise<InitResult> {
  const { terminal } = context;
  const asks = !request.yes && !request.dryRun && terminal.inIsTerminal && terminal.errIsTerminal;
  const title = request.title ?? (asks ? await askTitle(context) : undefined);
  if (title === undefined)
    throw new UsageFault("--from: the new PoC needs its own title", 'add --title "Retrieval, second try"');
  const place = placeBeforeAsking(context, request.directory) ?? placeByTitle(context, title);
  if (place.existing !== undefined)
    throw new UsageFault(
      `${place.directory === "." ? "this folder" : place.directory} is a PoC already; nothing was written`,
      "name another folder: poc init my-poc",
    );
  const { start, days } = plannedDays(context, request);
  const { files } = await takeOver(context, from, { ...request, title }, start, days);
  if (!request.allowSecret) refuseSecrets("a file", files);
  const schemas = await schemaPlace(context, place.path);
  const planned = [
    ...files.map(({ name, text }) => ({ name, text: withSchemasAt(text, schemas) })),
    ...schemaFiles(context, schemas),
  ];
  await refuseUnreadable(context, planned);
  const result = write(place, planned, request.dryRun);
  return { ...result, completed: false, triage: undefined, title, needs: startNeedsOf(context, files), alike: [] };
}

async function askTitle(context: Context): Promise<string> {
  const text = await (
    await context.prompter()
  ).ask({
    message: "What is the new PoC called?",
    example: "Retrieval, second try",
    refuse: (typed) => (typed.trim() === "" ? "expected a name" : titleRefusal(context, typed)),
  });
  return text.trim();
}

async function initExample(context: Context, request: InitRequest): Promise<InitResult> {
  const place = placeBeforeAsking(context, request.directory) ?? placeAt(context, "poc-example");
  const planned = exampleFiles(context, await schemaPlace(context, place.path));
  if (place.existing !== undefined && !isBegun(place.folder, planned))
    throw new UsageFault(
      "this folder already has a PoC, and the example would mix with it",
      "name an empty folder: poc init --example DIR",
    );
  const result = write(place, planned, request.dryRun);
  return { ...result, example: true, completed: false, triage: undefined, title: "the example", needs: [], alike: [] };
}

/** Whether the charter that lies there is that of the example: then writing it was cut short, and is completed. */
function isBegun(folder: Folder, planned: readonly Planned[]): boolean {
  const charter = planned.find(({ name }) => name === DEFINITION_FILES.charter)?.text;
  return new TextDecoder().decode(folder.read(DEFINITION_FILES.charter, LARGEST_FILE)) === charter;
}

/**
 * What would be written is read as `poc check` would read it.
 *
 * @throws UsageFault with all that it would refuse, such as a text that is too long
 */
async function refuseUnreadable(context: Context, planned: readonly Planned[]): Promise<void> {
  const bytes = new TextEncoder();
  const definitions: readonly string[] = Object.values(DEFINITION_FILES);
  const files = planned.flatMap(({ name, text }) =>
    definitions.includes(name) ? [{ name, bytes: bytes.encode(text) }] : [],
  );
  const { diagnostics } = await readRecords({ files, zoneOf: (zone) => context.zones.zone(zone), memos: [] });
  const refused = diagnostics.filter(({ code }) => !code.startsWith("placeholder"));
  if (refused.length > 0)
    throw new UsageFault(
      refused.map(({ message, place, hint }) => ({
        message: `${place.file}, ${pathText(place.path)}: ${message}; nothing was written`,
        ...optional("hint", hint),
      })),
    );
}

function write(
  { folder, path, directory, existing }: InitPlace,
  planned: readonly Planned[],
  dryRun: boolean,
): Omit<InitResult, "completed" | "triage" | "title" | "needs" | "alike"> {
  const files = planned.map((file): InitFile => ({
    name: file.name,
    state: (file.at?.folder ?? folder).kind(file.at?.name ?? file.name) === undefined ? "written" : "kept",
  }));
  const own = files.filter((_, index) => (planned[index]!.at?.folder ?? folder).path === folder.path);
  if (existing === undefined) refuseForeign(own, directory);
  const written = planned.filter((_, index) => files[index]!.state === "written");
  if (!dryRun) for (const { name, text, at } of written) (at?.folder ?? folder).create(at?.name ?? name, text);
  return {
    folder: path,
    directory,
    files,
    dryRun,
    example: false,
    flagsUnused: false,
    placeholders: written.reduce((count, { text }) => count + [...text.matchAll(/(?:: |- )TBD\b/g)].length, 0),
  };
}

/** The charter comes first: a folder that holds one is a PoC, and what is missing from it can be completed. */
function draftFiles(context: Context, draft: ScaffoldDraft, schemas: SchemaPlace): readonly Planned[] {
  const definitions = Object.values(DEFINITION_FILES).map((name) => ({
    name,
    text: scaffoldFile(context.assets, name, draft, schemas.fromPoc),
  }));
  return [...definitions, ...schemaFiles(context, schemas)];
}

/**
 * Schemas of the records, for editors. Those below output/ describe what commands print, and belong to no PoC; those of
 * files of an organisation lie where a repository has its schemas.
 */
function schemaFiles(context: Context, { folder, fromPoc }: SchemaPlace): readonly Planned[] {
  const ofOne = fromPoc === ".schemas";
  return context.assets
    .files("schemas")
    .filter((name) => !name.includes("/") && !(ofOne && OF_AN_ORGANISATION.includes(name)))
    .map((name) => ({
      name: `${fromPoc}/${name}`,
      text: context.assets.text(`schemas/${name}`)!,
      at: { folder, name: `.schemas/${name}` },
    }));
}

const OF_AN_ORGANISATION: readonly string[] = ["portfolio.schema.json", "poc-org.schema.json"];

/** The line for editors that a file begins with names the schemas where they are. */
function withSchemasAt(text: string, { fromPoc }: SchemaPlace): string {
  return text.replace(/^(# yaml-language-server: \$schema=)\S*?([a-z-]+\.schema\.json)/, `$1${fromPoc}/$2`);
}

const EXAMPLE_FOLDER = "examples/retrieval-poc";

function exampleFiles(context: Context, schemas: SchemaPlace): readonly Planned[] {
  const names = context.assets.files(EXAMPLE_FOLDER);
  const charterFirst = [...names].sort(
    (a, b) => Number(b === DEFINITION_FILES.charter) - Number(a === DEFINITION_FILES.charter),
  );
  return [
    ...charterFirst.map((name) => ({
      name,
      text: withSchemasAt(context.assets.text(`${EXAMPLE_FOLDER}/${name}`)!, schemas),
    })),
    ...schemaFiles(context, schemas),
  ];
}

/** A file with one of our names in a folder that is not a PoC belongs to somebody else. */
function refuseForeign(files: readonly InitFile[], directory: string): void {
  const inTheWay = files.filter((file) => file.state === "kept").map((file) => file.name);
  if (inTheWay.length === 0) return;
  throw new UsageFault(
    `${directory} is not a PoC, but contains ${inTheWay.slice(0, 5).join(", ")}; nothing was written`,
    "name another folder: poc init my-poc",
  );
}
