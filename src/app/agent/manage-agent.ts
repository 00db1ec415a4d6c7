import { Cancelled, FileFault } from "../ports/faults.ts";
import type { Context, Sha256 } from "../ports/ports.ts";
import { AGENTS, AGENTS_FILE, isOwnFile, placesFor, skillFilesAt, withSection, type Agent } from "./agent-files.ts";

export interface AgentRequest {
  readonly act: "install" | "remove";
  readonly directory: string | undefined;
  /** Tools that look in a folder of their own. A removal without names is for all tools. */
  readonly agents: readonly Agent[];
  readonly yes: boolean;
}

/** What will be done with one file, or why nothing will. */
export interface FileChange {
  /** From the root of the repository. */
  readonly file: string;
  readonly change: "create" | "replace" | "remove" | "same" | "foreign";
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Why the file is left as it is. */
  readonly why?: string;
}

export interface AgentResult {
  /** The root of the repository, absolute. */
  readonly root: string;
  readonly changes: readonly FileChange[];
  /** False if it was only shown, because there was no terminal to ask on. */
  readonly done: boolean;
}

const LARGEST = 1024 * 1024;

/**
 * Puts the skill where agents look, or takes it away. What would be done is shown first; what anybody else has written
 * or edited is left as it is, and named.
 *
 * @throws FileFault where a file cannot be written
 * @throws Cancelled where the person was asked and says no
 */
export async function manageAgent(
  context: Context,
  request: AgentRequest,
  show: (result: AgentResult) => void,
): Promise<AgentResult> {
  const root = await rootOf(context, request.directory);
  const sha256 = await context.sha256();
  const agents = request.act === "remove" && request.agents.length === 0 ? AGENTS : request.agents;
  const wanted = placesFor(agents).flatMap((place) => [...skillFilesAt(place, context.assets, sha256)]);
  const changes = [
    ...wanted.map(([file, text]) =>
      skillChange(context, root, file, request.act === "install" ? text : undefined, sha256),
    ),
    sectionChange(context, root, request.act === "install"),
  ];
  const planned = { root, changes, done: false };
  show(planned);
  const due = changes.filter(({ change }) => change !== "same" && change !== "foreign");
  if (due.length === 0) return { ...planned, done: true };
  if (!request.yes) {
    if (!context.terminal.inIsTerminal || !context.terminal.outIsTerminal) return planned;
    const prompter = await context.prompter();
    if (!(await prompter.confirm("Do this?", true))) throw new Cancelled("cancelled; nothing was written");
  }
  for (const { file, after } of due) {
    const path = `${root}/${file}`;
    if (after === undefined) context.files.removeNamed(path, root);
    else {
      context.files.makeFoldersAbove(path);
      context.files.writeNamed(path, after, true);
    }
  }
  return { ...planned, done: true };
}

/** The repository around the folder; the folder itself without a repository. */
async function rootOf(context: Context, directory: string | undefined): Promise<string> {
  const start = context.files.resolve(directory ?? context.cwd);
  const place = (await context.repository()).placeOf(start);
  if (place === undefined || place === "") return start;
  return context.files.resolve(
    `${start}/${place
      .split("/")
      .map(() => "..")
      .join("/")}`,
  );
}

function skillChange(
  context: Context,
  root: string,
  file: string,
  after: string | undefined,
  sha256: Sha256,
): FileChange {
  const before = textAt(context, root, file);
  if (typeof before !== "string" && before !== undefined) return foreign(file, before.message);
  if (before === after) return { file, change: "same", before, after };
  if (before === undefined) return { file, change: "create", before, after };
  if (!isOwnFile(before, sha256)) return foreign(file, "somebody has written or edited it");
  return { file, change: after === undefined ? "remove" : "replace", before, after };
}

function sectionChange(context: Context, root: string, wanted: boolean): FileChange {
  const file = AGENTS_FILE;
  const before = textAt(context, root, file);
  if (typeof before !== "string" && before !== undefined) return foreign(file, before.message);
  const text = withSection(before ?? "", wanted);
  if (text === undefined) return foreign(file, "the marks of poc in it do not match: one of the two is missing");
  const after = text === "" ? undefined : text;
  if (before === after) return { file, change: "same", before, after };
  return { file, change: before === undefined ? "create" : after === undefined ? "remove" : "replace", before, after };
}

function foreign(file: string, why: string): FileChange {
  return { file, change: "foreign", before: undefined, after: undefined, why };
}

/** The text of a file, undefined where there is none, or why it cannot be read: a link is left as it is. */
function textAt({ files }: Context, root: string, file: string): string | undefined | FileFault {
  try {
    return new TextDecoder().decode(files.folder(root).read(file, LARGEST));
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault;
    return fault.kind === "missing" ? undefined : fault;
  }
}
