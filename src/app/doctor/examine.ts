import { listLabel } from "../../domain/scalars/labels.ts";
import { findFolder, openPoc } from "../poc/open-poc.ts";
import { FileFault, NoPocFault, RecordsFault, DiagnosedFault, UsageFault } from "../ports/faults.ts";
import type { Context, Folder, Machine } from "../ports/ports.ts";
import { openLibrary } from "../library/open-library.ts";
import {
  libraryOrganisation,
  organisationFault,
  organisationFile,
  organisationFolder,
  overriddenDefaults,
} from "../library/organisation-folder.ts";
import { libraryLayers } from "../library/template-library.ts";
import { parseTemplate } from "../../memo/template/parse-template.ts";
import { TemplateFault } from "../../memo/template/template-fault.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { clockLabel, dateIn, instantIn } from "../../domain/scalars/instant.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { supportsNode } from "./node-versions.ts";

/** What is examined, in the order in which it is shown. */
const EXAMINED = [
  "node",
  "git",
  "identity",
  "zone",
  "clock",
  "terminal",
  "browser",
  "organisation",
  "templates",
  "poc",
  "write-access",
  "cache",
] as const;
export type Examined = (typeof EXAMINED)[number];

/** `limited`: part of the tool cannot be used. `broken`: the tool does not work here until it is fixed. */
export type Health = "well" | "limited" | "broken";

export interface Finding {
  readonly health: Health;
  /** What was found. */
  readonly found: string;
  /** What would help, if anything would. */
  readonly advice?: string;
}

export interface DoctorResult {
  readonly findings: ReadonlyMap<Examined, Finding>;
}

/** How the terminal is written to, as the command line found out. */
export interface TerminalLook {
  readonly columns: number;
  readonly colour: boolean;
  readonly unicode: boolean;
}

interface Patient {
  readonly context: Context;
  readonly machine: Machine;
  readonly look: TerminalLook;
  /** The PoC folder, where there is one. */
  readonly poc: Folder | undefined;
}

/** Examines each thing that the tool needs from the machine. A fault is a finding, and hides no other finding. */
export async function examine(
  context: Context,
  directory: string | undefined,
  look: TerminalLook,
): Promise<DoctorResult> {
  const patient: Patient = { context, machine: await context.machine(), look, poc: pocFolder(context, directory) };
  const findings = new Map<Examined, Finding>();
  for (const name of EXAMINED) findings.set(name, await told(name, patient));
  return { findings };
}

function pocFolder(context: Context, directory: string | undefined): Folder | undefined {
  try {
    return findFolder(context, directory);
  } catch (fault) {
    if (fault instanceof NoPocFault) return undefined;
    throw fault;
  }
}

async function told(name: Examined, patient: Patient): Promise<Finding> {
  try {
    return await LOOKS[name](patient);
  } catch (fault) {
    if (fault instanceof UsageFault) return broken(fault.message, fault.problems.find(({ hint }) => hint)?.hint);
    if (fault instanceof RecordsFault) return broken(fault.message, fault.hint);
    if (fault instanceof FileFault || fault instanceof DiagnosedFault) return broken(fault.message);
    throw fault;
  }
}

const LOOKS: Readonly<Record<Examined, (patient: Patient) => Finding | Promise<Finding>>> = {
  node: ({ machine }) =>
    supportsNode(machine.node)
      ? well(`${machine.node} on ${machine.platform}`)
      : broken(`${machine.node}, which is too old`, "install Node 20.19, 22.13, 24 or newer"),
  git: ({ machine }) =>
    machine.git === undefined
      ? limited("not found", "install git: it keeps the history of the PoC and knows your name")
      : well(machine.git),
  identity: ({ context }) => {
    const author = context.identity.author(context.cwd);
    return author === undefined
      ? limited(
          "nobody",
          'git config --global user.name "Ana Ruiz", or set POC_AUTHOR; otherwise every entry needs --by',
        )
      : well(author);
  },
  zone: ({ context }) => well(context.zones.local()),
  clock,
  terminal: ({ context: { terminal }, look }) => {
    const { columns, colour, unicode } = look;
    const shown = `${columns} columns, ${colour ? "colour" : "no colour"}, ${unicode ? "UTF-8" : "ASCII"}`;
    return terminal.inIsTerminal && terminal.errIsTerminal
      ? well(shown)
      : limited(`none: poc asks nothing, and missing flags become placeholders (${shown})`);
  },
  browser: async ({ context }) => {
    const path = (await context.browser()).find(undefined);
    return path === undefined
      ? limited("none", "install Chromium, Chrome or Edge for poc memo --format pdf; HTML needs none")
      : well(path);
  },
  organisation: ({ context, poc }) => {
    const folder = organisationFolder(context);
    const start = poc?.path ?? context.cwd;
    const file = organisationFile(context, start);
    const library = libraryOrganisation(context);
    const both = file !== undefined && library !== undefined && library.shown !== file.shown;
    const fault = (file && organisationFault(file)) ?? (both ? organisationFault(library) : undefined);
    if (fault !== undefined) return broken(fault, "correct the file; until then nothing in it is used");
    const rules = both ? `, and the rules of ${library.shown} apply as well: of each rule, the strictest counts` : "";
    const overridden = overriddenDefaults(context, start);
    const instead = overridden.length === 0 ? "" : `; its defaults count instead of ${listLabel(overridden)}`;
    const parts = [
      ...(file === undefined ? [] : [`${file.shown} holds${rules}${instead}`]),
      ...(folder === undefined ? [] : [folder.shown]),
    ];
    return well(parts.length === 0 ? "no file or folder of an organisation" : parts.join("; templates in "));
  },
  templates,
  poc: async ({ context, poc }) => {
    if (poc === undefined) return well("none here: poc init sets one up");
    const { records, diagnostics } = await openPoc(context, poc.path);
    const title = records.definitions.charter?.title ?? "untitled";
    const entries = countLabel(records.log.length, "entry", "entries");
    return diagnostics.length === 0
      ? well(`${title}, ${entries}, in ${poc.path}`)
      : limited(`${title}, ${entries}: ${countLabel(diagnostics.length, "problem")} in its files`, "poc check");
  },
  "write-access": ({ context, machine, poc }) => {
    const folder = poc?.path ?? context.cwd;
    const fault = machine.writeFault(folder);
    return fault === undefined ? well(folder) : broken(fault, "nothing can be stored there");
  },
  cache: async ({ context }) => {
    const { folder, size, mostBytes } = await context.cache();
    if (folder === undefined) return well("none: no folder exists for it");
    const { files, bytes } = size();
    return well(
      files === 0 ? `nothing kept in ${folder}` : `${cacheSize(files, bytes)} of ${bytesLabel(mostBytes)} in ${folder}`,
    );
  },
};

const MEGABYTE = 1_000_000;

/** `1,024 files, 38 MB`: what is kept between runs, which every command works without. */
export function cacheSize(files: number, bytes: number): string {
  return `${countLabel(files, "file")}, ${bytesLabel(bytes)}`;
}

function bytesLabel(bytes: number): string {
  if (bytes < MEGABYTE) return `${Math.ceil(bytes / 1000)} kB`;
  return bytes < 1000 * MEGABYTE ? `${Math.round(bytes / MEGABYTE)} MB` : `${Math.round(bytes / MEGABYTE / 1000)} GB`;
}

/** A wrong clock puts entries on wrong days, and makes other people's entries look as if they came from the future. */
async function clock({ context, poc }: Patient): Promise<Finding> {
  const now = context.clock.now();
  const zone = context.zones.zone(context.zones.local());
  const date = zone === undefined ? undefined : dateIn(zone, now);
  const time = zone === undefined ? undefined : clockLabel(instantIn(zone, now));
  const shown = date === undefined ? new Date(now).toISOString() : `${longDateLabel(date)}, ${time}`;
  if (context.env["POC_NOW"] !== undefined && context.env["POC_NOW"] !== "")
    return limited(`${shown}, and it does not move`, "POC_NOW sets it; unset it to work with");
  const last = poc === undefined ? undefined : await lastEntry(context, poc);
  if (last !== undefined && last > now + HOUR)
    return limited(`${shown}, but the log has later entries`, "set the clock of this machine");
  return now < EARLIEST ? broken(`${shown}, which is in the past`, "set the clock of this machine") : well(shown);
}

const HOUR = 3_600_000;
/** Before the tool was written. */
const EARLIEST = Date.UTC(2025, 0, 1);

async function lastEntry(context: Context, poc: Folder): Promise<number | undefined> {
  const { records } = await openPoc(context, poc.path);
  const moments = records.log.map(({ at }) => at.epochMs);
  return moments.length === 0 ? undefined : Math.max(...moments);
}

/** Every template, gate and checklist that a command here would use can be read. */
async function templates({ context, poc }: Patient): Promise<Finding> {
  const own = (await libraryLayers(context, poc)).filter(({ origin }) => origin !== "shipped");
  const files = own.flatMap((layer) =>
    layer
      .folders()
      .flatMap((folder) => layer.list(folder))
      .flatMap((key) => layer.find(key) ?? []),
  );
  const { checklists, gates } = await openLibrary(context, poc);
  const faults = [
    ...files.filter(({ key }) => key.endsWith(".hbs")).flatMap(({ name, text }) => templateFault(name, text)),
    ...gates().faults.map(({ location, message }) => `${location.file}: ${message}`),
    ...checklists
      .files()
      .flatMap(({ diagnostics }) => diagnostics.map(({ location, message }) => `${location.file}: ${message}`)),
  ];
  const [first] = faults;
  if (first !== undefined)
    return limited(`${countLabel(faults.length, "fault")}: ${first}`, "poc template list names the files in use");
  return well(
    files.length === 0 ? "the shipped ones" : `${countLabel(files.length, "file")} of your own, all readable`,
  );
}

function templateFault(name: string, text: string): readonly string[] {
  try {
    parseTemplate({ name, text });
    return [];
  } catch (fault) {
    if (!(fault instanceof TemplateFault)) throw fault;
    return [`${name}: ${fault.message}`];
  }
}

function well(found: string): Finding {
  return { health: "well", found };
}

function limited(found: string, advice?: string): Finding {
  return { health: "limited", found, ...(advice === undefined ? {} : { advice }) };
}

function broken(found: string, advice?: string): Finding {
  return { health: "broken", found, ...(advice === undefined ? {} : { advice }) };
}
