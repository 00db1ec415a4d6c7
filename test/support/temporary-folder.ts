import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One folder for all that a run of the tests leaves lying about, whatever becomes of its workers. */
let folder: string;

export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), "poc-tests-"));
  // Some tests are another user's.
  chmodSync(folder, 0o755);
  process.env["TMPDIR"] = folder;
}

/** What a test that failed was looking at is kept. */
export function teardown(): void {
  if (process.exitCode) return;
  rmSync(folder, { recursive: true, force: true });
}
