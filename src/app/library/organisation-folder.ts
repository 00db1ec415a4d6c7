import {
  readOrganisationConfig,
  readUserConfig,
  type OrganisationConfig,
  type UserConfig,
} from "../../document/reading/read-user-config.ts";
import { POLICY_RULES, type KickoffDefaults, type PolicyRule } from "../../domain/records/policy.ts";
import { DiagnosedFault, FileFault, RecordsFault } from "../ports/faults.ts";
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

/** What the organisation requires of people; it lies beside its templates and is none. */
export const ORGANISATION_FILE = "organisation.yaml";

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

/**
 * What a PoC begins with by the organisation, and by the user's configuration where that says something else.
 *
 * @throws RecordsFault, DiagnosedFault, FileFault
 */
export function kickoffDefaultsOf(context: Context): KickoffDefaults {
  const [own, organisation] = configFiles(context).map(([, { defaults }]) => defaults);
  return { ...organisation, ...own };
}

/** The user's configuration, then that of the organisation; each may be missing, and says nothing then. */
function configFiles(context: Context): readonly (readonly [file: string, config: Partial<OrganisationConfig>])[] {
  const own = userConfig(context);
  return [[own?.file ?? "", own?.config ?? {}], organisationConfig(organisationFolder(context)) ?? ["", {}]];
}

function organisationConfig(
  found: OrganisationFolder | undefined,
): readonly [file: string, config: Partial<OrganisationConfig>] | undefined {
  if (found?.folder.kind(ORGANISATION_FILE) === undefined) return undefined;
  const file = `${found.shown}/${ORGANISATION_FILE}`;
  const { config, diagnostics } = readOrganisationConfig(found.folder.read(ORGANISATION_FILE, LARGEST_CONFIG), file);
  if (diagnostics.length > 0) throw new DiagnosedFault(diagnostics);
  return [file, config];
}

/** The user's configuration, where the XDG base directories say it lies; undefined where there is no home either. */
export function configFile({ env }: Pick<Context, "env">): string | undefined {
  const base = env["XDG_CONFIG_HOME"];
  // A relative path is to be ignored, says the specification.
  if (base !== undefined && isAbsolute(base)) return `${withoutSlash(base)}/poc/config.yaml`;
  const home = homeOf(env);
  return home === undefined ? undefined : `${home}/.config/poc/config.yaml`;
}

function homeOf(env: Context["env"]): string | undefined {
  const home = env["HOME"];
  return home === undefined || home === "" ? undefined : withoutSlash(home);
}

/** No shell has read the file: `~` is the home, and what is relative is so to the file itself. */
function fromFile({ env, files }: Context, file: string, path: string): string {
  const home = homeOf(env);
  if (home !== undefined && (path === "~" || path.startsWith("~/"))) return files.resolve(home + path.slice(1));
  return files.resolve(isAbsolute(path) ? path : `${file.slice(0, file.lastIndexOf("/"))}/${path}`);
}

function readIfThere({ files }: Context, file: string): Uint8Array | undefined {
  try {
    return files.readNamed(file, LARGEST_CONFIG);
  } catch (fault) {
    if (fault instanceof FileFault && (fault.kind === "missing" || isNoFolder(fault))) return undefined;
    throw fault;
  }
}

/** A home that is not a folder, such as /dev/null, is how people say that they have none. */
function isNoFolder({ cause }: FileFault): boolean {
  return (cause as { readonly code?: unknown } | undefined)?.code === "ENOTDIR";
}

function isAbsolute(path: string): boolean {
  return /^(\/|[A-Za-z]:[\\/])/.test(path);
}

function withoutSlash(path: string): string {
  return path.replace(/(?<=.)[\\/]+$/, "");
}
