import { lackingText, type LackingNeed } from "../../wording/start-needs.ts";
import type { Triage } from "../../domain/records/charter.ts";
import type { InitFile, InitResult } from "../../app/init/init-poc.ts";
import { cell, paragraph, table, type Row } from "../terminal/layout.ts";
import { alikeLines } from "../portfolio/alike-text.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";

/** What was written and what was kept, what the triage advises, and the commands that come next. */
export function initAnswer(result: InitResult, style: Style, cwd = "/"): string {
  const { files, dryRun, title, directory } = result;
  const named = (state: InitFile["state"]) =>
    grouped(files.filter((file) => file.state === state).map((file) => file.name));
  const row = (word: Safe, names: readonly string[]): readonly Row[] =>
    names.length === 0 ? [] : [{ cells: [cell(word, "faint")], tail: cell(style.text(names.join(", "))) }];
  const complete = files.every((file) => file.state === "kept");
  const head = complete ? line`Nothing to write` : dryRun ? line`Would write` : line`Wrote`;
  const where = style.text(directory === "." ? "here" : quoted(directory));
  return linesText([
    line`${style.paint("strong", head)} ${style.paint("name", where)}: ${style.text(title)}`,
    ...table(
      [...row(dryRun ? line`to write` : line`written`, named("written")), ...row(line`kept as is`, named("kept"))],
      style,
      { indent: 2 },
    ),
    ...(result.flagsUnused
      ? paragraph(
          line`What the flags say was not used, because the files are there: edit them, or poc amend after the start.`,
          style,
          2,
          "warn",
        )
      : []),
    ...advice(result.triage, style),
    ...before(result, cwd, style),
    ...(dryRun ? [EMPTY, line`Nothing was written.`] : next(result, style)),
  ]);
}

/** Files of the root by name, those of a folder by their number: `log/ (44 files)`. */
function grouped(names: readonly string[]): readonly string[] {
  const folders = new Map<string, number>();
  for (const name of names) {
    const folder = name.includes("/") ? name.slice(0, name.lastIndexOf("/") + 1) : "";
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  const inFolders = [...folders]
    .filter(([folder]) => folder !== "")
    .map(([folder, count]) => `${folder} (${countLabel(count, "file")})`);
  return [...names.filter((name) => !name.includes("/")), ...inFolders];
}

function advice(triage: Triage | undefined, style: Style): readonly Safe[] {
  if (triage === undefined) return [];
  return [
    EMPTY,
    style.paint("strong", line`Triage`),
    ...paragraph(style.text(adviceText(triage)), style, 2, triage.advice === "poc" ? undefined : "warn"),
  ];
}

/** What others found who asked the same, before this team asks it again. */
function before({ alike }: InitResult, cwd: string, style: Style): readonly Safe[] {
  if (alike.length === 0) return [];
  return [
    EMPTY,
    style.paint("strong", line`Asked before`),
    ...alike.flatMap((row) => alikeLines(row, cwd, style).map((one) => line`  ${one}`)),
  ];
}

function adviceText({ advice, because }: Triage): string {
  const why = because.length === 0 ? "" : `: ${listLabel(because)}`;
  switch (advice) {
    case "poc":
      return "A PoC is the right size: one or two unknowns, and a sponsor who will fund and adopt the result.";
    case "mvp":
      return `Build an MVP instead${why}. The advice is recorded; you can continue.`;
    case "not-yet":
      return `Not ready for a PoC yet${why}. The advice is recorded; you can continue, and poc check will remind you.`;
  }
}

function next(result: InitResult, style: Style): readonly Safe[] {
  const { directory, needs } = result;
  const enter = directory === "." ? [] : [[`cd ${quoted(directory)}`, ""] as const];
  const rows = [...enter, ...steps(result)].map(([command, what]) => ({
    cells: [cell(style.text(command), "name")],
    tail: cell(style.text(what), "faint"),
  }));
  return [
    ...lacking(needs, style),
    EMPTY,
    style.paint("strong", line`Next`),
    ...table(rows, style, { indent: 2, most: [COMMAND] }),
  ];
}

function steps({ placeholders, example, completed, needs }: InitResult): readonly (readonly [string, string])[] {
  const open = placeholders === 0 ? "what is still missing" : `where the ${countLabel(placeholders, "open field")} are`;
  const [check, status, log] = [
    ["poc check", open],
    ["poc status", "where it stands"],
    ['poc log "…"', "one line a day"],
  ] as const;
  const start = ["poc start", "freeze the terms and start the clock"] as const;
  if (example) return [status, ["poc show", "how it got there"], ["poc memo", "the decision memo"]];
  if (completed) return [status, check];
  return needs.length === 0 ? [start, log, check] : [check, start, log];
}

/** A folder's name may be long; then it pushes nothing aside. */
const COMMAND = 40;

function lacking(needs: readonly LackingNeed[], style: Style): readonly Safe[] {
  if (needs.length === 0) return [];
  return [
    EMPTY,
    style.paint("strong", line`poc start still needs`),
    ...table(
      needs.map((need, index) => ({
        cells: [cell(style.text(`${index + 1}.`))],
        tail: cell(style.text(lackingText(need))),
      })),
      style,
      { indent: 2 },
    ),
  ];
}

/** As a shell takes it. */
function quoted(directory: string): string {
  return /^[\w./~-]+$/.test(directory) ? directory : `'${directory.replaceAll("'", "'\\''")}'`;
}
