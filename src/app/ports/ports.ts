import type { DefinitionStore } from "../../document/reading/kept-definitions.ts";
import type { Shell } from "./shells.ts";
import type { Zone } from "../../domain/scalars/instant.ts";

/** What the outside world must offer. `platform` implements these; tests bring their own. */

/** One name in a folder, as it lies on the disk. Links are never followed. */
export interface FolderItem {
  /** Relative to the PoC folder, with forward slashes. */
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
}

/** A new text for a file, and the one that it was made from. */
export interface Edit {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The PoC folder. Names are relative to it, with forward slashes, and cannot leave it. Every fault is a `FileFault`.
 * Synchronous, because a command-line process has nothing else to do, and promises cost it start-up time.
 */
export interface Folder {
  /** Absolute path, for people. */
  readonly path: string;
  /** What lies directly in `subfolder` ("" for the root), sorted by name; empty where there is no such folder. */
  list(subfolder: string): readonly FolderItem[];
  /** What lies at `name`, or undefined. */
  kind(name: string): FolderItem["kind"] | undefined;
  /** The bytes of a regular file of at most `limit` bytes. Links, FIFOs, devices, folders are faults, never read. */
  read(name: string, limit: number): Uint8Array;
  /** The same in memory that the next call uses again: for a log of a hundred thousand files, one after the other. */
  readInTurn(name: string, limit: number): Uint8Array;
  /**
   * Writes a new file, making its folders: complete and durable when this returns, or not there at all.
   * Fails with `exists` where there is one already.
   */
  create(name: string, text: string | Uint8Array): void;
  /**
   * Replaces the text of a file in one step: readers see the old or the new text. `expected` is the text that the new
   * one was made from; where the file holds another by now, fails with `changed` and writes nothing. Undefined: any.
   */
  replace(name: string, text: string, expected: string | undefined): void;
  /** As `replace`, for a file that is not a text: what it was made from does not matter. */
  replaceBytes(name: string, bytes: Uint8Array): void;
  /**
   * Runs `act` while no other process runs one under that name, waiting some seconds for those that do. Fails with
   * `locked` after that.
   */
  alone(name: string, act: () => void): void;
  /**
   * Replaces the texts of files and writes a new one, all of it or nothing. Where the process dies between, the next
   * one that lists the folder of the new file puts back what was replaced, and says so.
   */
  createWith(name: string, text: string, edits: readonly Edit[]): void;
  /** Makes a folder and its parents; no fault where it exists. */
  makeFolder(name: string): void;
}

export interface Files {
  /** The nearest folder from `start` upwards that holds a file `name`; absolute. */
  findUp(start: string, name: string): string | undefined;
  /** `path` made absolute against the current directory. */
  resolve(path: string): string;
  /** Whether `path` is a symbolic link. */
  linkAt(path: string): boolean;
  folder(path: string): Folder;
  /** What lies directly in a folder anywhere, sorted by name. It only looks: links are named, and nothing is tidied. */
  namesIn(path: string): readonly FolderItem[];
  /** The names alone of what lies directly in a folder anywhere, sorted; undefined where it cannot be looked into. */
  bareNames(path: string): readonly string[] | undefined;
  /** Whether the file at an absolute path has exactly the bytes `from` to `to`; false where it cannot be read. */
  holds(path: string, bytes: Uint8Array, from: number, to: number): boolean;
  /** A file outside the PoC folder that the person named, such as `--template FILE`. */
  readNamed(path: string, limit: number): Uint8Array;
  /** The same, read piece by piece and as often as it is asked for: files of other tools may be large. */
  openNamed(path: string): NamedFile;
  /** Writes a file that the person named, such as `--out FILE`; `overwrite` false fails with `exists`. */
  writeNamed(path: string, text: string | Uint8Array, overwrite: boolean): void;
  /**
   * Adds to the end of a file that the person or the CI system named, which may be missing yet; writes nothing and says
   * false where the file would grow past `limit` bytes.
   */
  appendNamed(path: string, text: string, limit: number): boolean;
  /** Removes a regular file that the person named, and the folders above it that are empty then, up to `within`. */
  removeNamed(path: string, within: string): void;
  /** Makes the folders above a file that the person named; no fault where they exist. */
  makeFoldersAbove(path: string): void;
}

/** A regular file that a person named. Every fault is a `FileFault`. */
export interface NamedFile {
  readonly size: number;
  /** Its bytes from the beginning, in pieces that are only valid until the next one. */
  pieces(): Iterable<Uint8Array>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Whether POC_NOW said what time it is. */
  readonly isSet?: boolean;
  /** Is told before which moment, in milliseconds since 1970, any other would have meant the same to the asker. */
  readonly alikeUntil?: (until: number) => void;
}

export interface Zones {
  /** IANA name of the zone of this machine. */
  local(): string;
  /** Undefined where there is no such zone. */
  zone(name: string): Zone | undefined;
}

export interface Randomness {
  /** `length` characters of an alphabet that is safe in file names and easy to read aloud. */
  id(length: number): string;
}

export interface Terminal {
  /** Writes all of it, waiting where a pipe is slow; a closed pipe is not a fault. */
  out(text: string): void;
  err(text: string): void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly inIsTerminal: boolean;
  /** Width of the terminal in columns; 80 if it is not a terminal. */
  readonly columns: number;
  /** Height of the terminal in lines; undefined if it is not a terminal. */
  readonly rows?: number | undefined;
  /** Name of the machine whose files it shows, for links to them; undefined where nobody follows links. */
  readonly host?: string;
  /** Everything on standard input, as UTF-8 text; fails with a `FileFault` of kind `too-large` past `limit` bytes. */
  readInput(limit: number): string;
}

export interface Question {
  readonly message: string;
  /** What `?` shows: an answer as people give it. */
  readonly example: string;
  /** Shown and taken where the person only presses return. */
  readonly default?: string;
  /** The reason why an answer will not do, or undefined. */
  readonly refuse?: (answer: string) => string | undefined;
}

export interface Choice<T extends string = string> {
  readonly value: T;
  readonly label: string;
}

/** Asks a person. Ctrl-C is `Cancelled`. Only to be called where `inIsTerminal` and `outIsTerminal`. */
export interface Prompter {
  ask(question: Question): Promise<string>;
  confirm(message: string, byDefault: boolean): Promise<boolean>;
  choose<T extends string>(message: string, choices: readonly Choice<T>[], byDefault?: NoInfer<T>): Promise<T>;
  chooseMany(message: string, choices: readonly Choice[]): Promise<readonly string[]>;
}

/** Answers that were given and not used yet, kept for the person beside their settings and outside of every project. */
export interface Drafts {
  /** What was kept for a folder, or undefined. */
  load(folder: string): string | undefined;
  /** False where it cannot be kept. */
  save(folder: string, text: string): boolean;
  drop(folder: string): void;
}

export interface Editor {
  /** Lets the person write in `$VISUAL`, `$EDITOR` or vi, starting from `initial`; the text as it was saved. */
  edit(initial: string): string;
}

/** Lets a person read a long text screen by screen. */
export interface Pager {
  /**
   * Shows the text in `$PAGER`, or in less, and returns when the person has left it.
   *
   * @returns false where no such program starts, so that the text is still to be shown
   */
  page(text: string): boolean;
}

/** A browser that is installed on this machine, to print pages by. It is shown one file, and no network. */
export interface Browser {
  /**
   * Path of Chromium or Chrome: the one named by flag or POC_BROWSER, otherwise the first that is found.
   *
   * @throws UsageFault if the one that was named is not a browser
   */
  find(named: string | undefined): string | undefined;
  /**
   * The PDF that a page prints to, at the path from `find`.
   *
   * @throws RecordsFault where the browser makes none
   */
  print(path: string, html: string): Uint8Array;
  /** Shows a file in the browser that the person uses; false without a browser, or without a screen. */
  open(path: string): boolean;
}

/** What files said on an earlier day, as far as something kept it. */
export interface History {
  /**
   * The bytes of files of the folder as they were last committed before an instant, by name. A missing file means that
   * its text of that time is unknown: there is no repository, or it was committed later.
   */
  filesAt(folder: string, names: readonly string[], epochMs: number): ReadonlyMap<string, Uint8Array>;
}

/** The repository that a PoC is kept in. */
export interface Repository {
  /**
   * Path of a folder from the root of the repository around it, with forward slashes: "" where it is the root itself.
   * Undefined where there is no repository.
   */
  placeOf(folder: string): string | undefined;
  /**
   * The files of a folder as they were where this branch left another: in the commit that HEAD and `ref` have in
   * common. Files are those directly in the folder and in its `subfolders`, each of at most `limit` bytes.
   */
  filesAtBase(folder: string, ref: string, subfolders: readonly string[], limit: number): BaseFiles;
  /** What commits of this branch say of a subfolder; undefined where there is no repository, or no commit. */
  committed(folder: string, subfolder: string): CommittedFiles | undefined;
}

/** A subfolder as commits know it. Names are relative to the folder, and sorted. */
export interface CommittedFiles {
  /** In HEAD. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The files whose text some commit changed. */
  readonly edited: readonly string[];
  /** Those that some commit removed. One that was added again is among them. */
  readonly removed: readonly string[];
  /** Whether the clone has only the newest commits, so that edits before them are unknown. */
  readonly shallow: boolean;
}

/** What a commit holds, or why it cannot be read. */
export type BaseFiles =
  | {
      readonly found: true;
      /** Hex id. */
      readonly commit: string;
      /** By name, relative to the folder; empty where the folder did not exist yet. */
      readonly files: ReadonlyMap<string, Uint8Array>;
    }
  | { readonly found: false; readonly why: NoBase };

/**
 * `no-git`: git does not start. `no-repository`: none around the folder, or git refuses to read it. `no-ref`: nothing
 * is called that. `no-common-commit`: the histories do not meet in this clone.
 */
export interface NoBase {
  readonly code: "no-git" | "no-repository" | "no-ref" | "no-common-commit" | "unreadable";
  /** Whether the clone has only the newest commits. */
  readonly shallow: boolean;
}

/** Waits for people to change files. */
export interface Watcher {
  /** Resolves when something in a folder or in one of its subfolders has changed; `stopped`: it waits no more. */
  change(folder: string, subfolders: readonly string[]): Promise<"changed" | "stopped">;
}

export interface Identity {
  /** `Ana Ruiz <ana@example.com>` from POC_AUTHOR or from git's configuration, or undefined. */
  author(cwd: string): string | undefined;
}

/**
 * Files that ship with the tool: those under `templates/`, `schemas/`, `examples/`, `docs/` and `skills/` of the
 * package.
 */
export interface Assets {
  /** Text of `templates/memo/decision.md.hbs`, or undefined where none ships by that name. */
  text(name: string): string | undefined;
  /** Names of all files under `folder`, relative to it, sorted; empty where there is no such folder. */
  files(folder: string): readonly string[];
  /** What the build has made of assets, as JSON; undefined where the tool runs from its source. */
  prepared(what: "lists" | "templates"): string | undefined;
}

/** A command line of the user's own, as it stands in a file of theirs. Nothing is ever put into it. */
export interface CommandRequest {
  readonly line: string;
  /** Absolute path of the folder that it runs in. */
  readonly folder: string;
  /** The seconds after which it is stopped, together with everything that it started. */
  readonly seconds: number;
  /** How many bytes of its output are kept, half of them from the beginning and half from the end. */
  readonly keep: number;
  /** The number of bytes of its standard output to return as they are; a command that prints more is stopped. */
  readonly wanted?: number;
}

export interface CommandOutcome {
  /** `cancelled`: the person pressed Ctrl-C, and the command was stopped. */
  readonly ended:
    | { readonly how: "exit"; readonly code: number }
    | { readonly how: "time-limit" | "signal" | "cancelled" | "too-much" };
  readonly seconds: number;
  /** Its standard output, all of it, where that was wanted. */
  readonly printed?: Uint8Array;
  /** What it printed on both its streams, as text; what was left out in the middle is said there. */
  readonly output: string;
}

/**
 * Runs command lines in the shell, without a standard input. What a command does is not a fault; a shell that does not
 * start is one.
 */
export interface Commands {
  run(request: CommandRequest): Promise<CommandOutcome>;
}

/** What runs the tool. */
export interface Machine {
  /** `v20.20.0` */
  readonly node: string;
  /** `linux x64` */
  readonly platform: string;
  /** `git version 2.39.5`; undefined if there is no git. */
  readonly git: string | undefined;
  /** Why no file can be made in a folder, or undefined. A file is made there and taken away again. */
  writeFault(folder: string): string | undefined;
}

/** What a time-stamp token (RFC 3161) says, where its signature holds. */
export interface TimestampToken {
  /** When it was signed; milliseconds since 1970. */
  readonly epochMs: number;
  /** The hash that was stamped, hex. */
  readonly sha256: string;
  /** Who signed it, and who vouches for them, by the certificate in the token. */
  readonly authority: string;
  readonly issuer: string;
}

/** `why`: the end of a sentence that begins with what was read. */
export type TimestampReading =
  | { readonly ok: true; readonly token: TimestampToken }
  | { readonly ok: false; readonly why: string };

/** Reads a token offline. Whether its authority is to be trusted, it does not say. */
export type ReadTimestamp = (bytes: Uint8Array) => TimestampReading;

/** Where one text about a folder is kept between runs. */
export interface KeptStore extends DefinitionStore {
  /** Does nothing where it cannot be kept. */
  readonly save: (kept: string) => void;
}

/** Where the summary of one PoC is kept, with the bytes that it was made of. */
export interface SummaryStore extends Pick<KeptStore, "build"> {
  /** Undefined where there is nothing that can be trusted. The bytes are only valid until the next one loads. */
  load(): Uint8Array | undefined;
  /** Does nothing where it cannot be kept. */
  save(kept: Uint8Array): void;
}

/** Where the answer to one command line is kept, with the bytes that it was made of. */
export type AnswerStore = SummaryStore;

/** Where the log of one PoC is kept, once for all the answers that were made of it. */
export interface LogStore {
  /** What is kept; undefined where there is nothing that can be trusted. */
  read(): KeptLog | undefined;
  /** Takes what is to be kept. What is kept of the very same pieces is not written again. */
  keep(): LogKeeper;
}

/** Goes through what is kept of a log, a piece at a time. Only part of a piece is an error that `next` throws. */
export interface KeptLog {
  /** Of these pieces and no others: what is written anew has a new id, even if it was kept before. */
  readonly id: string;
  /** Goes on to the next piece; false at the end. */
  next(): boolean;
  /** With which the piece was added. */
  readonly number: number;
  /** Its bytes are those of `page` from `from` to `to`, until the next piece. */
  readonly page: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** Goes back before the first piece. */
  rewind(): void;
  close(): void;
}

/** Ends with one call of `done` or `drop`. No fault leaves it. */
export interface LogKeeper {
  /** The bytes may change afterwards. */
  add(number: number, bytes: Uint8Array): void;
  /** Id of what is kept now; undefined where it cannot be kept. */
  done(): string | undefined;
  /** Leaves everything as it was. */
  drop(): void;
}

/** What is kept for the user between runs; every command works without it. */
export interface Cache {
  /** Absolute path; undefined where the user has no folder for it. */
  readonly folder: string | undefined;
  readonly size: () => { readonly files: number; readonly bytes: number };
  /** What it does not grow beyond. */
  readonly mostBytes: number;
  /** Removes everything that is kept, and says how much that was. */
  readonly clear: () => { readonly files: number; readonly bytes: number };
}

export interface ShellScripts {
  /** What the shell reads; it calls `poc complete` at every tab. */
  script(shell: Shell): string;
}

/** Hex sha256 of bytes, or of a text in UTF-8, which may come in pieces. */
export type Sha256 = (content: string | Uint8Array | Iterable<string>) => string;

export interface Context {
  readonly cwd: string;
  /** What acts in the name of the person, where the person does not type: entries say so. */
  readonly via?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly files: Files;
  readonly clock: Clock;
  readonly zones: Zones;
  readonly randomness: Randomness;
  readonly terminal: Terminal;
  /** Loaded only when something has to be asked. */
  readonly prompter: () => Promise<Prompter>;
  /** Loaded only when something is asked at length. */
  readonly drafts: () => Promise<Drafts>;
  readonly editor: Editor;
  /** Loaded only when a text is longer than the terminal is high. */
  readonly pager: () => Promise<Pager>;
  /** Loaded only when something has to be printed. */
  readonly browser: () => Promise<Browser>;
  readonly identity: Identity;
  readonly history: History;
  /** Loaded only for `--watch`. */
  readonly watcher: () => Promise<Watcher>;
  /** Loaded only where other programs are told, or another branch is compared. */
  readonly repository: () => Promise<Repository>;
  readonly assets: Assets;
  /** Where what was read of a folder's definitions is kept between runs; undefined where nothing is. */
  readonly definitionStore: (folder: string) => KeptStore | undefined;
  /** The same for what a portfolio knows of a PoC. */
  readonly summaryStore: (folder: string) => SummaryStore | undefined;
  /** The same for what a command line said, by a text that names it. */
  readonly answerStore: (line: string) => AnswerStore | undefined;
  /** The same for the log of a PoC, as it was when answers were made of it. */
  readonly logStore: (folder: string) => LogStore | undefined;
  /** Loaded only when somebody asks about it. */
  readonly cache: () => Promise<Cache>;
  readonly sha256: () => Promise<Sha256>;
  /** Loaded only when a time-stamp token is to be read. */
  readonly timestamps: () => Promise<ReadTimestamp>;
  /** Loaded only when somebody asks for one. */
  readonly shellScripts: () => Promise<ShellScripts>;
  /** Loaded only when somebody asks about it. */
  readonly machine: () => Promise<Machine>;
  /**
   * Leaves less memory to garbage until what it returns is called. Loaded only when so much is judged that it pays: the
   * collector has more to do.
   */
  readonly leanHeap: () => Promise<() => void>;
  /** Loaded only when a command is to be run. */
  readonly commands: () => Promise<Commands>;
}
