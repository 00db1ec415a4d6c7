import { readOrganisationConfig, readUserConfig, type UserConfig } from "../../document/reading/read-user-config.ts";
import type { OrganisationConfig } from "../../document/schema/organisation-schema.ts";
import { ORGANISATION_FILE, REPOSITORY_FILE } from "../../domain/records/organisation/organisation.ts";
import {
  POLICY_RULES,
  type KickoffDefaults,
  type PolicyLimits,
  type PolicyRule,
} from "../../domain/records/organisation/policy.ts";
import { strictestPolicy } from "../../domain/records/organisation/strictest-policy.ts";
import { visibleText } from "../../domain/scalars/visible-text.ts";
import { DiagnosedFault, FileFault, RecordsFault } from "../ports/faults.ts";
import { organisationsAbove } from "./repository-files.ts";
import type { Context, Folder } from "../ports/ports.ts";

/** The organisation's templates, gates and checklists: named once, for all PoCs. */
export interface OrganisationFolder {
  readonly folder: Folder;
  /** As it was named, for people. */
  readonly shown: string;
}

/** Where a folder was named, and what was named there. */
interface Named {
  readonly path: string;
  readonly shown: string;
  /** `POC_TEMPLATES`, or `templates in ~/.config/poc/config.yaml`. */
  readonly setting: string;
}

const VARIABLE = "POC_TEMPLATES";
const LARGEST_CONFIG = 64 * 1024;

/**
 * The folder that POC_TEMPLATES names, else the one that the user's configuration names; undefined where neither does.
 * A folder that was named and is not there is a fault: rendering without it would be rendering something else.
 *
 * @throws RecordsFault, DiagnosedFault, FileFault
 */
export function organisationFolder(context: Context): OrganisationFolder | undefined {
  const named = fromEnvironment(context) ?? fromConfig(context);
  if (named === undefined) return undefined;
  const folder = context.files.folder(named.path);
  const kind = folder.kind("");
  if (kind === "folder") return { folder, shown: named.shown };
  const wrong = kind === undefined ? "does not exist" : "is not a folder";
  throw new RecordsFault(
    `the folder of templates ${named.shown} ${wrong}; ${named.setting} names it`,
    `make it, or correct ${named.setting}`,
  );
}

function fromEnvironment({ env, files }: Context): Named | undefined {
  const value = env[VARIABLE];
  if (value === undefined || value === "") return undefined;
  return { path: files.resolve(value), shown: withoutSlash(value), setting: VARIABLE };
}

function fromConfig(context: Context): Named | undefined {
  const { file, config } = userConfig(context) ?? {};
  if (file === undefined || config?.templates === undefined) return undefined;
  return {
    path: fromFile(context, file, config.templates),
    shown: withoutSlash(config.templates),
    setting: `templates in ${file}`,
  };
}

function userConfig(context: Context): { readonly file: string; readonly config: Partial<UserConfig> } | undefined {
  const file = configFile(context);
  const bytes = file === undefined ? undefined : readIfThere(context, file);
  if (file === undefined || bytes === undefined) return undefined;
  const { config, diagnostics } = readUserConfig(bytes, file);
  if (diagnostics.length > 0) throw new DiagnosedFault(diagnostics);
  return { file, config };
}

/**
 * Which rules are required, each with the file that says so: that of the organisation, else the user's configuration.
 *
 * @throws RecordsFault, DiagnosedFault, FileFault
 */
export function requiredRules(context: Context): ReadonlyMap<PolicyRule, string> {
  return new Map(
    configFiles(context).flatMap(([file, { policy }]) =>
      POLICY_RULES.filter((rule) => policy?.[rule] === "required").map((rule) => [rule, file] as const),
    ),
  );
}

/** What a PoC begins with, and what an organisation has said of its money already. */
export interface Kickoff {
  readonly defaults: KickoffDefaults;
  /** The file that states currency and rates for all PoCs; undefined where none does. */
  readonly costsFile: string | undefined;
  /** What the organisation requires: what is written without asking keeps to it. */
  readonly limits: Pick<PolicyLimits, "leastConfidence" | "longestTimebox">;
}

/**
 * What a PoC begins with by the organisation, and by the user's configuration where that says something else.
 *
 * @throws RecordsFault, DiagnosedFault, FileFault
 */
export function kickoffOf(context: Context): Kickoff {
  const own = userConfig(context)?.config;
  const [, config] = nearestOrganisation(context, context.cwd) ?? ["", undefined];
  const { costs, defaults } = config ?? {};
  const states = costs !== undefined && (costs.currency !== undefined || costs.hourlyRates.size > 0);
  return {
    defaults: { ...defaults, ...own?.defaults },
    costsFile: states ? organisationFile(context, context.cwd)?.name : undefined,
    limits: config?.policy ?? {},
  };
}

/** The user's configuration, then that of the organisation; a missing one states nothing. */
function configFiles(
  context: Context,
): readonly (readonly [file: string, config: Partial<Pick<OrganisationConfig, "policy">>])[] {
  const own = userConfig(context);
  const organisation = nearestOrganisation(context, context.cwd);
  return [[own?.file ?? "", { ...(own?.config.policy && { policy: own.config.policy }) }], organisation ?? ["", {}]];
}

/**
 * The file of the organisation that holds in a folder, read, with the rules of those in the folders above it; undefined
 * where there is none.
 */
function nearestOrganisation(
  context: Context,
  start: string,
): readonly [file: string, config: Partial<OrganisationConfig>] | undefined {
  const found = organisationFile(context, start);
  if (found === undefined) return undefined;
  const config = organisationConfig(found);
  if (found.name !== REPOSITORY_FILE) return [found.shown, config];
  const others = fartherConfigs(context, start).map(([, farther]) => farther);
  return [
    found.shown,
    {
      ...config,
      policy: others.map(({ policy = {} }) => policy).reduce(strictestPolicy, config.policy ?? {}),
      // Of each default, the nearest file counts.
      defaults: others.reduce((nearer, { defaults }) => ({ ...defaults, ...nearer }), config.defaults ?? {}),
    },
  ];
}

/** The files behind the nearest poc-org.yaml, the nearest first. */
function fartherConfigs(
  context: Context,
  start: string,
): readonly (readonly [file: string, config: Partial<OrganisationConfig>])[] {
  const above = organisationsAbove(context, { path: start }).flatMap((file) =>
    "bytes" in file ? [[file.name, readOrganisationConfig(file.bytes, file.name).config] as const] : [],
  );
  const library = libraryOrganisation(context);
  return library === undefined ? above : [...above, [library.shown, organisationConfig(library)]];
}

/**
 * What `poc init` takes from the nearest file although a farther one says otherwise: `spend_cap of ../poc-org.yaml`.
 *
 * @throws RecordsFault, DiagnosedFault, FileFault
 */
export function overriddenDefaults(context: Context, start: string): readonly string[] {
  const nearest = organisationFile(context, start);
  if (nearest?.name !== REPOSITORY_FILE) return [];
  let nearer = organisationConfig(nearest).defaults ?? {};
  return fartherConfigs(context, start).flatMap(([file, { defaults = {} }]) => {
    const differing = DEFAULT_KEYS.filter(([key]) => isOther(nearer[key], defaults[key]));
    nearer = { ...defaults, ...nearer };
    return differing.map(([, name]) => `${name} of ${file}`);
  });
}

/** With their names in the file. */
const DEFAULT_KEYS = [
  ["sponsor", "sponsor"],
  ["workingDays", "working_days"],
  ["holidays", "holidays"],
  ["spendCap", "spend_cap"],
  ["payback", "payback"],
  ["productionStack", "production_stack"],
  ["pocStack", "poc_stack"],
] as const satisfies readonly (readonly [keyof KickoffDefaults, string])[];

function isOther(own: unknown, other: unknown): boolean {
  const textOf = (value: unknown) =>
    JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
  return own !== undefined && other !== undefined && textOf(own) !== textOf(other);
}

function organisationConfig({ folder, name, shown }: OrganisationFile): Partial<OrganisationConfig> {
  const { config, diagnostics } = readOrganisationConfig(folder.read(name, LARGEST_CONFIG), shown);
  if (diagnostics.length > 0) throw new DiagnosedFault(diagnostics);
  return config;
}

/** The first thing that is wrong with the file of an organisation; undefined where nothing is. */
export function organisationFault({ folder, name, shown }: OrganisationFile): string | undefined {
  const [first] = readOrganisationConfig(folder.read(name, LARGEST_CONFIG), shown).diagnostics;
  return first && `${shown}:${first.location.span.line}: ${first.message}`;
}

/** The file of an organisation: where it lies, and as people know it. */
export interface OrganisationFile {
  readonly folder: Folder;
  readonly name: string;
  readonly shown: string;
}

/**
 * The file of the organisation that holds in a folder: poc-org.yaml in the nearest folder above, else organisation.yaml
 * beside the organisation's templates.
 *
 * @throws RecordsFault, DiagnosedFault, FileFault
 */
export function organisationFile(context: Context, start: string): OrganisationFile | undefined {
  const above = context.files.findUp(start, REPOSITORY_FILE);
  if (above !== undefined)
    return {
      folder: context.files.folder(above),
      name: REPOSITORY_FILE,
      shown: `${withoutSlash(above)}/${REPOSITORY_FILE}`,
    };
  return libraryOrganisation(context);
}

/**
 * organisation.yaml beside the organisation's templates; its rules apply beside those of a poc-org.yaml.
 *
 * @throws RecordsFault, DiagnosedFault, FileFault
 */
export function libraryOrganisation(context: Context): OrganisationFile | undefined {
  const found = organisationFolder(context);
  if (found?.folder.kind(ORGANISATION_FILE) === undefined) return undefined;
  return { folder: found.folder, name: ORGANISATION_FILE, shown: `${found.shown}/${ORGANISATION_FILE}` };
}

/** The user's configuration, where the XDG base directories say it lies; undefined where there is no home either. */
export function configFile({ env }: Pick<Context, "env">): string | undefined {
  const base = env["XDG_CONFIG_HOME"];
  // The specification says that a relative path has to be ignored.
  if (base !== undefined && isAbsolute(base)) return `${withoutSlash(base)}/poc/config.yaml`;
  const home = homeOf(env);
  return home === undefined ? undefined : `${home}/.config/poc/config.yaml`;
}

function homeOf(env: Context["env"]): string | undefined {
  const home = env["HOME"];
  return home === undefined || home === "" ? undefined : withoutSlash(home);
}

/** No shell has read this file, so `~` is expanded here, and a relative path starts at the file itself. */
function fromFile({ env, files }: Context, file: string, path: string): string {
  const home = homeOf(env);
  if (home !== undefined && (path === "~" || path.startsWith("~/"))) return files.resolve(home + path.slice(1));
  return files.resolve(isAbsolute(path) ? path : `${file.slice(0, file.lastIndexOf("/"))}/${path}`);
}

function readIfThere(context: Context, file: string): Uint8Array | undefined {
  const { files } = context;
  try {
    return files.readNamed(file, LARGEST_CONFIG);
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault;
    if (fault.kind === "missing" || isNoFolder(fault)) return undefined;
    if (fault.kind !== "denied" || isListed(files, file)) throw fault;
    warnOnce(context, `warning: ${fault.message}; continuing without it\n`);
    return undefined;
  }
}

/** Whether the file can be seen. A folder that may not be entered, such as another user's home, counts as absent. */
function isListed(files: Context["files"], file: string): boolean {
  const folder = file.slice(0, file.lastIndexOf("/"));
  return files.findUp(folder, file.slice(folder.length + 1)) === folder;
}

const warned = new WeakSet<Context>();

/** Several use cases of one command read the configuration. */
function warnOnce(context: Context, text: string): void {
  if (!warned.has(context)) context.terminal.err(visibleText(text, { lines: true }));
  warned.add(context);
}

/** People say that they have no home with a path that is not a folder, such as /dev/null. */
function isNoFolder({ cause }: FileFault): boolean {
  return (cause as { readonly code?: unknown } | undefined)?.code === "ENOTDIR";
}

function isAbsolute(path: string): boolean {
  return /^(\/|[A-Za-z]:[\\/])/.test(path);
}

function withoutSlash(path: string): string {
  return path.replace(/(?<=.)[\\/]+$/, "");
}
