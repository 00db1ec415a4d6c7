// Kills `poc log` and `poc amend` at the system calls they make in the folder, and makes each of them fail.
import { describe, expect, test } from "vitest";
import { say } from "../platform/say.ts";
import { brokenAmendment } from "./amendment.ts";
import { TIMEOUT } from "./budget.ts";
import { brokenPromises } from "./promise.ts";
import { straceMissing, trace } from "./strace.ts";
import { COMMAND, IS_BUILT, discard, pocUnderWay, pocWithoutLog } from "./subject.ts";
import { FAIL, KILL, isChanging, stepOf, tryAll, type Trial } from "./trials.ts";

const missing = IS_BUILT ? straceMissing() : `there is no ${COMMAND}: npm run build`;
if (missing !== undefined) say(`skipped: no system call was failed or killed (${missing})`);

const LOG = { args: (marker: string) => ["log", marker], broken: brokenPromises, newPoc: pocUnderWay } as const;
const AMEND = {
  args: (marker: string) => [
    "amend",
    "--set",
    "spend_cap=2100 EUR",
    "--reason",
    marker,
    "--approver",
    "Marta Weiss <marta@example.com>",
  ],
  broken: brokenAmendment,
  newPoc: pocUnderWay,
} as const;

const NEW_ENTRY = [
  "openat of a temporary file",
  "write of a temporary file",
  "fsync of a temporary file",
  "link of a temporary file",
  "unlink of a temporary file",
  "fsync of the log folder",
];
/** The first entry makes the folder that it goes into. */
const NEW_LOG = ["mkdir of the log folder", "fsync of the folder", "fsync of the log folder"];
const REPLACED = [
  "rename of a temporary file",
  "fsync of the folder",
  "link of a temporary file",
  "unlink of a lock",
  "unlink of a note of a change",
];
/** Where closing what was read fails, Node may end the process without asking. */
const CLOSED = ["close of a lock"];

const TRIALS: readonly Trial[] = [
  { ...LOG, title: "poc log is killed at any system call", faults: KILL, steps: NEW_ENTRY, seconds: 3 },
  { ...LOG, title: "any system call of poc log fails", faults: FAIL, steps: NEW_ENTRY, seconds: 4 },
  {
    ...LOG,
    title: "poc log is killed while it makes the log folder",
    newPoc: pocWithoutLog,
    faults: KILL,
    steps: NEW_LOG,
    seconds: 0,
  },
  {
    ...LOG,
    title: "making the log folder fails",
    newPoc: pocWithoutLog,
    faults: FAIL,
    faultsEach: 2,
    steps: NEW_LOG,
    seconds: 0,
  },
  { ...AMEND, title: "poc amend is killed at any system call", faults: KILL, steps: REPLACED, seconds: 0 },
  {
    ...AMEND,
    title: "any system call of poc amend fails",
    faults: FAIL,
    faultsEach: 2,
    steps: [...REPLACED, ...CLOSED],
    seconds: 0,
  },
];

describe.runIf(missing === undefined)("the promise holds", () => {
  for (const trial of TRIALS) test(`when ${trial.title}`, { timeout: TIMEOUT }, () => tryAll(trial));

  test(
    "because data, name and folder reach the disk in this order, and only then is it told",
    { timeout: TIMEOUT },
    async () => {
      const folder = await pocUnderWay();
      const { calls } = await trace(folder, ["log", "in order"]);
      const from = calls.findIndex((call) => stepOf(call) === "write of a temporary file");
      const steps = calls
        .slice(from)
        .filter((call) => isChanging(call) && !/^(close|fstat|newfstatat|statx)$/.test(call.name));
      expect(steps.map(stepOf)).toEqual([
        "write of a temporary file",
        "fsync of a temporary file",
        "link of a temporary file",
        "unlink of a temporary file",
        "fsync of the log folder",
        "write of standard output",
      ]);
      discard(folder);
    },
  );
});
