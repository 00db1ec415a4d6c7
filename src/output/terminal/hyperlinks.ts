import type { Entry } from "../../domain/records/entry.ts";
import { maskSecrets } from "../../domain/scalars/secret.ts";
import { safe, type Safe } from "./safe.ts";

/** What a piece of text leads to. Files are named from the PoC folder, absolutely, or from the home folder (`~/`). */
export type LinkTarget =
  | { readonly file: string; readonly line?: number }
  /** An address, or a file of the PoC with `#place` or `:line` behind it: whatever a person named as evidence. */
  | { readonly evidence: string };

/** From where links are followed. */
export interface LinkBase {
  /** Name of the machine: a terminal may show the files of another one. */
  readonly host: string;
  /** Absolute path from which files are named. */
  readonly folder: string;
  readonly home: string | undefined;
  /** Whether a file lies in the folder. */
  has(name: string): boolean;
}

const [OPEN, CLOSE] = ["\u001b]8;;", "\u001b\\"];

/** VTE ignores addresses that are longer, and others may print them. */
const LONGEST = 2000;

/** `text` as an OSC 8 hyperlink, which takes no column; as it is where there is nothing to lead to. */
export function hyperlink(text: Safe, target: LinkTarget, base: LinkBase): Safe {
  const url = urlOf(target, base);
  // Nothing but printable ASCII can end the sequence early, wherever it came from.
  if (text === "" || url === undefined || url.length > LONGEST || !/^[\x21-\x7e]+$/.test(url)) return text;
  return `${OPEN}${url}${CLOSE}${text}${OPEN}${CLOSE}` as Safe;
}

/** What of an entry is mentioned in the views of a PoC. */
export type Mentioned = Pick<Entry, "id" | "file"> & Partial<Pick<Entry, "results" | "attest" | "risks">>;

// What is a link already is stepped over with all that it holds, and so are colours.
const MENTION =
  // oxlint-disable-next-line no-control-regex -- the escapes are those of the tool itself
  /\u001b\]8;;[^\u001b]+\u001b\\[^]*?\u001b\]8;;\u001b\\|\u001b\[[0-9;]*m|https?:\/\/[^\s\u001b]+|[\w-]+/gi;

/**
 * The finished text, in which each id of an entry leads to its file, and an address to its page where an entry names it
 * as evidence. Half an address, where a line ended within it, is none of these.
 */
export function linkedMentions(text: string, entries: readonly Mentioned[], base: LinkBase): string {
  const targets = new Map<string, LinkTarget>();
  for (const { id, file, results = [], attest = [], risks = [] } of entries) {
    targets.set(id, { file });
    for (const { evidence } of [...results, ...attest, ...risks]) {
      // Words may follow it: `https://wiki.example.com/words read by Priya`.
      const [address] = /^https?:\S+/i.exec(evidence ?? "") ?? [];
      if (address !== undefined) targets.set(address, { evidence: address });
    }
  }
  return text.replace(MENTION, (found) => {
    const bare = targets.has(found) ? found : found.replace(/[),.;:]+$/, "");
    const target = targets.get(bare);
    return target === undefined ? found : hyperlink(bare as Safe, target, base) + found.slice(bare.length);
  });
}

/** The text without its links, for what prints the sequence as it stands. */
export function withoutLinks(text: string): string {
  return text.split(OPEN).map(afterAddress).join("");
}

function afterAddress(part: string, index: number): string {
  return index === 0 ? part : part.slice(part.indexOf(CLOSE) + CLOSE.length);
}

function urlOf(target: LinkTarget, base: LinkBase): string | undefined {
  if ("file" in target) return fileUrl(target.file, target.line, base);
  const { evidence } = target;
  if (/^https?:/i.test(evidence)) return webUrl(evidence);
  const [, name = "", line] = /^(.*?)(?:#.*|:(\d+))?$/s.exec(evidence) ?? [];
  return name !== "" && base.has(name) ? fileUrl(name, line === undefined ? undefined : Number(line), base) : undefined;
}

/** Only an address that is shown as it is: a link must not lead elsewhere, nor carry what the text hides. */
function webUrl(address: string): string | undefined {
  if (!/^https?:\/\/[^\s\\]+$/i.test(address) || safe(address) !== address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.username === "" && url.password === "" ? url.href : undefined;
}

/** The line is a fragment, as kitty, iTerm and VS Code read it. */
function fileUrl(file: string, line: number | undefined, { host, folder, home }: LinkBase): string | undefined {
  const path = absolutePath(file, folder, home);
  if (path === undefined || maskSecrets(path) !== path) return undefined;
  const drive = /^\/[A-Za-z]:\//.test(path);
  // Windows would look for a drive on a host among the shared folders of the network.
  const named = !drive && /^[A-Za-z0-9.-]*$/.test(host) ? host : "";
  const parts = path.split("/").map((part, at) => (drive && at === 1 ? part : encoded(part)));
  return `file://${named}${parts.join("/")}${line === undefined ? "" : `#${line}`}`;
}

function encoded(part: string): string {
  return encodeURIComponent(part.replaceAll(/\p{Cs}/gu, "\ufffd"));
}

function absolutePath(file: string, folder: string, home: string | undefined): string | undefined {
  if (/^~[/\\]/.test(file)) return home === undefined ? undefined : normalPath(`${home}/${file.slice(2)}`);
  return normalPath(/^\/|^[A-Za-z]:[\\/]/.test(file) ? file : `${folder}/${file}`);
}

/** `/work/a` of `/work/b/../a`, `/C:/work` of `C:\work`; undefined where the path is not absolute. */
function normalPath(path: string): string | undefined {
  const drive = /^[A-Za-z]:[\\/]/.test(path);
  const slashed = drive ? `/${path.replaceAll("\\", "/")}` : path;
  if (!slashed.startsWith("/")) return undefined;
  const parts: string[] = [];
  for (const part of slashed.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
