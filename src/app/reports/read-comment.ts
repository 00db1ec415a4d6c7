import { LARGEST_FILE, type SourceFile } from "../../document/yaml/source-file.ts";
import { entryId, logFileKind } from "../../document/reading/entry-id.ts";
import { DEFINITION_FILES, LOG_FOLDER } from "../../domain/records/records.ts";
import { standingOf, type Standing } from "../../domain/standing/standing.ts";
import { standingChanges } from "../../memo/comment/standing-changes.ts";
import type { BaseChanges } from "../../memo/comment/changes-section.ts";
import { commentText } from "../../memo/comment/comment-text.ts";
import { judge } from "../poc/judge.ts";
import { readFolder, readPoc, type OpenPoc } from "../poc/open-poc.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import type { Report } from "../poc/report.ts";
import { UsageFault } from "../ports/faults.ts";
import type { Context, NoBase, Repository } from "../ports/ports.ts";
import { placeInRepository } from "./check-report.ts";

export interface CommentRequest {
  readonly directory: string | undefined;
  readonly asOf: string | undefined;
  /** The branch, tag or commit to compare with; undefined: nothing is compared. */
  readonly base: string | undefined;
}

export interface CommentResult extends Report {
  /** Markdown. */
  readonly text: string;
  /** Why it does not say what changed since the base, and what to do about it. */
  readonly baseFault: { readonly message: string; readonly hint: string } | undefined;
}

/**
 * The comment on a pull request. A base that cannot be read does not keep it back: then it says why nothing is
 * compared.
 *
 * @throws RecordsFault where there is no PoC; UsageFault where an argument cannot be
 */
export async function readComment(context: Context, { directory, asOf, base }: CommentRequest): Promise<CommentResult> {
  if (base !== undefined && (base.startsWith("-") || base.trim() === ""))
    throw new UsageFault(
      `--base: found "${base.slice(0, 60)}", expected a branch, a tag or a commit`,
      "--base origin/main",
    );
  const { poc, instant } = await openPocAsOf(context, directory, asOf);
  const report = judge(poc, instant);
  const repository = await context.repository();
  const place = placeInRepository(repository, context.cwd, report.folder);
  const changes =
    base === undefined ? undefined : await changesSince({ context, repository, poc }, report.standing, base);
  return {
    ...report,
    text: commentText({ standing: report.standing, diagnostics: report.diagnostics, place, base: changes?.changes }),
    baseFault: changes?.fault,
  };
}

interface Here {
  readonly context: Context;
  readonly repository: Repository;
  readonly poc: OpenPoc;
}

async function changesSince(
  { context, repository, poc }: Here,
  now: Standing,
  ref: string,
): Promise<{ readonly changes: BaseChanges; readonly fault: CommentResult["baseFault"] }> {
  const base = repository.filesAtBase(poc.folder.path, ref, [LOG_FOLDER], LARGEST_FILE);
  if (!base.found) {
    const fault = baseFault(base.why, ref);
    return { changes: { known: false, ref, why: fault.message }, fault };
  }
  const then = recordFiles(base.files);
  const before = standingOf((await readPoc(context, poc.folder, then)).records, now.asOf);
  const other = changedFiles(then, readFolder(poc.folder));
  const changes: BaseChanges = {
    known: true,
    ref,
    commit: base.commit,
    existed: base.files.has(DEFINITION_FILES.charter),
    changes: standingChanges(before, now),
    rewritten: other.filter(isInLog).map(entryId),
    edited: other.filter((name) => !isInLog(name)),
  };
  return { changes, fault: undefined };
}

function isInLog(name: string): boolean {
  return name.startsWith(`${LOG_FOLDER}/`);
}

/** Those of the files that are part of the records. */
function recordFiles(files: ReadonlyMap<string, Uint8Array>): readonly SourceFile[] {
  const definitions: readonly string[] = Object.values(DEFINITION_FILES);
  return [...files]
    .filter(([name]) => (isInLog(name) ? logFileKind(name) === "entry" : definitions.includes(name)))
    .map(([name, bytes]) => ({ name, bytes }));
}

/**
 * Names of files that were there and say something else now, or are gone if they are not entries. Line ends are no
 * difference: git may change them.
 */
function changedFiles(before: readonly SourceFile[], now: readonly SourceFile[]): readonly string[] {
  const texts = new Map(now.flatMap((file) => ("bytes" in file ? [[file.name, plainText(file.bytes)] as const] : [])));
  return before.flatMap((file) => {
    const today = texts.get(file.name);
    if (today === undefined) return isInLog(file.name) ? [] : [file.name];
    return !("bytes" in file) || today === plainText(file.bytes) ? [] : [file.name];
  });
}

function plainText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
}

const DEEPER =
  "fetch the history: fetch-depth: 0 in actions/checkout, GIT_DEPTH: 0 in GitLab, or git fetch --unshallow";

function baseFault({ code, shallow }: NoBase, ref: string): { readonly message: string; readonly hint: string } {
  const named = `"${ref.slice(0, 60)}"`;
  const here = shallow ? " in this shallow clone" : "";
  switch (code) {
    case "no-git":
      return { message: "git is not installed here", hint: "install git, or leave --base out" };
    case "no-repository":
      return {
        message: "there is no repository around the PoC that git can read",
        hint: "commit the PoC; if the files belong to another user: git config --global --add safe.directory DIR",
      };
    case "no-ref":
      return {
        message: `git does not know ${named}${here}`,
        hint: shallow ? DEEPER : "git branch --all names the branches; in CI most are called origin/NAME",
      };
    case "no-common-commit":
      return {
        message: `${named} and this branch have no commit in common${here}`,
        hint: shallow ? DEEPER : "name the branch that this branch was made from",
      };
    case "unreadable":
      return { message: "git cannot read the commit that both have in common", hint: "git fsck says what is wrong" };
  }
}
