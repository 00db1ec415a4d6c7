import { configFile } from "../app/library/organisation-folder.ts";
import { FileFault, UsageFault } from "../app/ports/faults.ts";
import type { Context, Files, Folder } from "../app/ports/ports.ts";
import { DEFINITION_FILES } from "../domain/records/records.ts";
import { REPOSITORY_FILE } from "../domain/records/organisation/organisation.ts";
import type { Served } from "./tool.ts";

/** A client with more to import is told to let a person type it. */
const LARGEST_FILE = 64 * 1024 * 1024;

/**
 * The world as a client of the server may reach it: one PoC folder, no terminal, no prompt, no command of the user's,
 * and no path that leaves the folder. What is asked for beyond is a fault that says so.
 *
 * @param folder the PoC folder that was fixed at the start
 * @param via what entries are marked with
 * @param portfolio what the person named when starting the server: its PoCs may be listed, and nothing else of them
 */
export function fencedContext(context: Context, folder: Folder, via: string, portfolio?: string): Served {
  const files = fencedFiles(context, folder);
  return {
    ...context,
    portfolio:
      portfolio === undefined
        ? { cwd: folder.path, files, named: folder.path, isNamed: false }
        : { cwd: context.cwd, files: context.files, named: portfolio, isNamed: true },
    version: context.version,
    cwd: folder.path,
    via,
    files,
    terminal: {
      out: (text) => context.terminal.err(text),
      err: (text) => context.terminal.err(text),
      outIsTerminal: false,
      errIsTerminal: false,
      inIsTerminal: false,
      columns: 100,
      readInput: () => {
        throw new UsageFault("this server has no standard input to read");
      },
    },
    prompter: async () => {
      throw new UsageFault("this server cannot ask a person", "give it in the arguments");
    },
    editor: {
      edit: () => {
        throw new UsageFault("this server cannot open an editor", "give it in the arguments");
      },
    },
    commands: async () => {
      throw new UsageFault("this server runs no commands", "ask the person to type: poc checklist NAME --run");
    },
  };
}

/**
 * The organisation's files, in its folder and above the PoC, and the user's configuration are read as ever: a PoC is
 * judged by them, a person has put them there, and no argument of a client names them.
 */
function fencedFiles(context: Context, folder: Folder): Files {
  const { files } = context;
  const config = configFile(context);
  const resolve = (path: string) => files.resolve(/^(?:[/\\]|[A-Za-z]:)/.test(path) ? path : `${folder.path}/${path}`);
  const written = (path: string): never => {
    throw new FileFault("denied", path, `${path} is not written: the server writes only entries of the log`);
  };
  const inside = (path: string, limit: number) => folder.read(nameInside(resolve(path), folder, path), limit);
  // Each by its name, so that a way to files that is new does not compile until somebody has fenced it.
  return {
    findUp: (start, name) =>
      FOUND_ABOVE.has(name) || `${start}/${name}` === config ? files.findUp(start, name) : undefined,
    resolve,
    linkAt: (path) => files.linkAt(path),
    folder: (path) => files.folder(path),
    bareNames: () => undefined,
    holds: () => false,
    namesIn(path) {
      const name = resolve(path) === folder.path ? "" : nameInside(resolve(path), folder, path);
      return folder.list(name).map((item) => ({ ...item, name: item.name.slice(name === "" ? 0 : name.length + 1) }));
    },
    // Read through the folder, which follows no link.
    readNamed: (path, limit) => (path === config ? files.readNamed(path, limit) : inside(path, limit)),
    openNamed: (path) => {
      const bytes = inside(path, LARGEST_FILE);
      return { size: bytes.length, pieces: () => [bytes] };
    },
    writeNamed: written,
    appendNamed: written,
    removeNamed: written,
    makeFoldersAbove: written,
  };
}

const FOUND_ABOVE: ReadonlySet<string> = new Set([DEFINITION_FILES.charter, REPOSITORY_FILE]);

function nameInside(path: string, folder: Folder, named: string): string {
  if (path.startsWith(`${folder.path}/`) || path.startsWith(`${folder.path}\\`))
    return path.slice(folder.path.length + 1).replaceAll("\\", "/");
  throw new FileFault("denied", named, `${named} is outside the PoC folder, where the server does not read or write`);
}
