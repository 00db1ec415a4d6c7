import { snapshot, type Attempt, type Snapshot } from "./promise.ts";
import { run } from "./subject.ts";

/** What a command may leave where it did not end well, beside nothing. */
export interface Leeway {
  /** Names of files that may be there in part, each of them complete: what the next try completes or ignores. */
  readonly inPart?: RegExp;
  /** Files whose text depends on what could be read. */
  readonly otherwise?: RegExp;
  /** What a person types next, and what makes the rest good: the command again, where it can be repeated. */
  readonly next?: (marker: string) => readonly string[];
}

/**
 * What every command that writes promises: after it, and after whatever comes next, the folder is as it was before or
 * as the command leaves it when nothing disturbs it. Exit 0 means the second. Ids of entries are drawn, so they are
 * compared as one. The first attempt has to be undisturbed.
 */
export function wholeOrNothing({ inPart, otherwise, next }: Leeway = {}): (attempt: Attempt) => Promise<string[]> {
  let done: Snapshot | undefined;
  return async ({ folder, before, marker, outcome, killed, mayLeaveTemporary }) => {
    const broken: string[] = [];
    const { code, err } = outcome;
    const left = [...snapshot(folder).keys()].filter((name) => isOwn(name) && !before.has(name));
    if (!killed && mayLeaveTemporary !== true && left.length > 0) broken.push(`left ${left.join(", ")}`);
    if (!killed && code !== 0 && code !== 3) broken.push(`exit ${code} where the disk failed`);
    if (!killed && code !== 0 && (err.trim() === "" || /\n\s+at /.test(err)))
      broken.push(`said ${JSON.stringify(err)}`);
    const after = await run(folder, next?.(marker) ?? ["check", "--fail-on", "never"]);
    if (after.code !== 0) broken.push(`what came next ended with ${after.code}: ${after.out}${after.err}`);
    const was = comparable(before);
    const now = comparable(snapshot(folder));
    done ??= now;
    const partly = (states: Snapshot) => [...states].filter(([name]) => inPart?.test(name) !== true);
    const same = (a: Snapshot, b: Snapshot) => differences(new Map(partly(a)), new Map(partly(b)), otherwise);
    const [fromBefore, fromDone] = [same(now, was), same(now, done)];
    const changed = fromBefore.filter((name) => otherwise?.test(name) !== true);
    const admits = err.includes("may have been written");
    if (code === 0 && fromDone.length > 0) broken.push(`exit 0, but not done: ${fromDone.join(", ")}`);
    if (next === undefined && !killed && code !== 0 && !admits && changed.length > 0)
      broken.push(`exit ${code}, but something changed: ${changed.join(", ")}`);
    if (fromBefore.length > 0 && fromDone.length > 0)
      broken.push(`neither as before (${fromBefore.join(", ")}) nor done (${fromDone.join(", ")})`);
    for (const [name, text] of now)
      if (inPart?.test(name) === true && done.get(name) !== text && was.get(name) !== text)
        broken.push(`${name} is not complete`);
    return broken;
  };
}

/** Temporary files, locks and notes, which only the tool makes and no reader sees. */
function isOwn(name: string): boolean {
  return /(^|\/)\.(tmp-[^/]*|[^/]*\.lock|pending-[^/]*)$/.test(name);
}

/** Without what differs from run to run: ids, the marker, times. */
function comparable(files: Snapshot): Snapshot {
  // What a command has put out is named by the entry that tells of it, which comes last.
  const ids = new Set(
    [...files.keys()].flatMap(
      (name) => /^log\/.*?([0-9a-z]{7})\.yaml$|^runs\/([0-9a-z]{7})-/.exec(name)?.slice(1).join("") ?? [],
    ),
  );
  const plain = (text: string) =>
    [...ids]
      .reduce((told, id) => told.replaceAll(id, "IDENTITY"), text)
      .replace(/marker-\d+-\d+/g, "MARKER")
      // Where the charter cannot be read, an entry is named by the clock of UTC; its instant is the same.
      .replace(/(?<=^log\/\d{4}-\d\d-\d\d)-\d{4}-/, "-CLOCK-")
      .replace(/"seconds": [\d.]+/g, '"seconds": 0')
      .replace(/records=[0-9a-f]{64}|[0-9a-f]{12,64}/g, "HASH");
  return new Map([...files].filter(([name]) => !isOwn(name)).map(([name, text]) => [plain(name), plain(text)]));
}

function differences(a: Snapshot, b: Snapshot, otherwise: RegExp | undefined): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => {
    const [x, y] = [a.get(name), b.get(name)];
    if (x === undefined || y === undefined) return true;
    return x !== y && otherwise?.test(name) !== true;
  });
}
