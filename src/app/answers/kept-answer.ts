// An answer that is kept stands in for reading, judging and writing it again, which is four fifths of what a daily
// command costs. Beside it is kept everything that the command asked of the world on the way: the names in folders, the
// bytes of files, the environment, the terminal. It is used only where every one of these questions has the same answer
// again, and until the day is over. So no hash, size or time of a file decides, and nothing has to be listed by hand. A
// command that asked anything else is never kept.

import { FileFault } from "../ports/faults.ts";
import type { AnswerStore, Context, Files, Folder, FolderItem, Terminal } from "../ports/ports.ts";
import { ComparedLog } from "./kept-log.ts";

/** What a command said, and ended with. */
export interface Answer {
  readonly said: readonly (readonly [stream: "out" | "err", text: string])[];
  readonly exitCode: number;
}

/** The first line of what is kept; the bytes of the files that were read follow it, one after the other. */
export interface Head extends Answer {
  readonly build: string;
  /** The command, what was typed, and where. */
  readonly line: string;
  /** From which moment on, and until before which, the clock says the same. */
  readonly from: number;
  readonly until: number;
  /** Those about files in the order of their bytes. */
  readonly asked: readonly Asked[];
}

/** A question and its answer: for a file that was read, how many bytes it has; for a log, the id of what is kept. */
export type Asked = readonly [what: Question, where: string, name: string, answer: string | number];

export type Question =
  | "environment"
  | "terminal"
  | "asset" // what ships with the tool
  | "assets"
  | "up" // the nearest folder upwards that holds a file
  | "folder"
  | "list"
  | "kind"
  | "missing" // a file that a person may have, and has not
  | "read"
  | "log"; // a folder and its files, which were read in turn

const LINE_END = 0x0a;

/** What was looked into to compare an answer that is kept. Where it will not do, the command goes on from there. */
export class Compared {
  log: ComparedLog | undefined;
  readonly #files: Files;
  readonly #folders = new Map<string, Folder>();

  constructor(files: Files) {
    this.#files = files;
  }

  folder(path: string): Folder {
    const folder = this.#folders.get(path) ?? this.#files.folder(path);
    this.#folders.set(path, folder);
    return folder;
  }

  close(): void {
    this.log?.close();
  }
}

/** The answer that is kept for a line, where the world is as it was when it was given. */
export function keptAnswer(context: Context, line: string, store: AnswerStore, compared: Compared): Answer | undefined {
  const kept = store.load();
  if (kept === undefined) return undefined;
  try {
    const headEnd = kept.indexOf(LINE_END);
    const head = JSON.parse(new TextDecoder().decode(kept.subarray(0, headEnd))) as Head;
    if (head.build !== store.build || head.line !== line) return undefined;
    const now = context.clock.now();
    if (!(now >= head.from && now < head.until)) return undefined;
    let at = headEnd + 1;
    for (const [what, where, name, answer] of head.asked)
      if (what === "read") {
        const from = at;
        at += answer as number;
        if (!context.files.holds(`${where}/${name}`, kept, from, at)) return undefined;
      } else if (what === "log") {
        const log = context.logStore(where)?.read();
        if (log === undefined) return undefined;
        compared.log = new ComparedLog(compared.folder(where), name, log);
        if (log.id !== answer || !compared.log.isAsKept(context.files)) return undefined;
      } else if (answerOf(context, compared, what, where, name) !== answer) return undefined;
    return at === kept.length ? head : undefined;
  } catch {
    // Half a file, none of ours, or a folder that cannot be looked into any more: then the command says so itself.
    return undefined;
  }
}

function answerOf(
  { env, terminal, assets, files }: Context,
  compared: Compared,
  what: Exclude<Question, "read" | "log">,
  where: string,
  name: string,
): string {
  if (what === "environment") return text(env[name]);
  if (what === "terminal") return text(terminal[name as keyof Terminal]);
  if (what === "asset") return text(assets.text(name));
  if (what === "assets") return text(assets.files(name));
  if (what === "up") return text(files.findUp(where, name));
  if (what === "missing") return isMissing(() => files.readNamed(name, 0)) ? "" : "there";
  const folder = compared.folder(where);
  return what === "folder" ? folder.path : what === "kind" ? text(folder.kind(name)) : namesOf(folder.list(name));
}

/** As it can be compared; a value that is not there is none that could be written. */
export function text(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

function isMissing(read: () => unknown): boolean {
  try {
    read();
    return false;
  } catch (fault) {
    return fault instanceof FileFault && fault.kind === "missing";
  }
}

export function namesOf(items: readonly FolderItem[]): string {
  return items.map(({ name, kind }) => `${kind} ${text(name)}`).join();
}
