import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FileFault } from "../../../src/app/ports/faults.ts";
import { realFiles } from "../../../src/platform/disk/files.ts";
import { isPending, readPending } from "../../../src/platform/disk/pending-change.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const ENTRY = "log/2026-11-23-1620-amend-k7f3q2m.yaml";
const EDIT = { name: "poc.yaml", before: "cap: 1\n", after: "cap: 2\n" };
/** No process has it: the numbers of Linux and macOS are smaller. */
const DEAD = 2 ** 30;

function folderWith(text: string) {
  const path = temporaryFolder();
  writeFileSync(join(path, "poc.yaml"), text);
  const notices: string[] = [];
  const folder = realFiles(
    () => path,
    (notice) => notices.push(notice),
  ).folder(path);
  folder.makeFolder("log");
  const text1 = () => readFileSync(join(path, "poc.yaml"), "utf8");
  const inLog = () => readdirSync(join(path, "log"));
  return { path, folder, notices, text: text1, inLog };
}

function leaveNote(path: string, pid: number, host = hostname()): string {
  const note = join(path, "log/.pending-0123456789ab.json");
  writeFileSync(note, JSON.stringify({ pid, host, creates: ENTRY, edits: [EDIT] }));
  return note;
}

test("a file and an entry change together, and nothing is left beside them", () => {
  const { folder, text, inLog } = folderWith(EDIT.before);
  folder.createWith(ENTRY, "at: 1\n", [EDIT]);
  expect([text(), inLog()]).toEqual([EDIT.after, [ENTRY.slice(4)]]);
});

test.each([
  ["a file is another than it was", "cap: 9\n", []],
  ["the entry is there already", EDIT.before, [ENTRY.slice(4)]],
])("where %s, nothing changes", (_, text0, names) => {
  const { path, folder, text, inLog } = folderWith(text0);
  for (const name of names) writeFileSync(join(path, "log", name), "other\n");
  expect(() => folder.createWith(ENTRY, "at: 1\n", [EDIT])).toThrow(FileFault);
  expect([text(), inLog()]).toEqual([text0, names]);
});

test.each([
  ["before it began is forgotten", EDIT.before, false, EDIT.before, "none of it counts; poc.yaml is as before"],
  ["in the middle is put back", EDIT.after, false, EDIT.before, "none of it counts; poc.yaml is as before"],
  ["at its end is complete", EDIT.after, true, EDIT.after, `is complete: ${ENTRY} is in the log`],
  ["and edited since is left", "cap: 9\n", false, "cap: 9\n", "poc.yaml was edited since and is left as it is"],
])("a change that was cut short %s", (_, now, recorded, then, said) => {
  const { path, folder, notices, text } = folderWith(now);
  if (recorded) writeFileSync(join(path, ENTRY), "at: 1\n");
  const note = leaveNote(path, DEAD);
  expect(folder.list("log").map(({ name }) => name)).toEqual(recorded ? [ENTRY] : []);
  expect([text(), existsSync(note)]).toEqual([then, false]);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toContain(said);
});

test.each([
  ["of a process that is alive", process.ppid, hostname()],
  ["of another machine", DEAD, "elsewhere"],
])("the change %s is left alone, and finished when it is ten minutes old", (_, pid, host) => {
  const { path, folder, notices, text } = folderWith(EDIT.after);
  const note = leaveNote(path, pid, host);
  expect(folder.list("log")).toEqual([]);
  expect([text(), existsSync(note), notices]).toEqual([EDIT.after, true, []]);
  utimesSync(note, 1, 1);
  folder.list("log");
  expect([text(), existsSync(note)]).toEqual([EDIT.before, false]);
});

test("what is no note of ours is no note", () => {
  for (const text of ["", "{}", "[]", "null", '{"pid":1,"host":"h","creates":"x","edits":[{"name":1}]}'])
    expect(readPending(text)).toBeUndefined();
  expect([".pending-0123456789ab.json", "pending-1.json", ".pending-.json"].map(isPending)).toEqual([
    true,
    false,
    false,
  ]);
});
