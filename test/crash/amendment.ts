import { readFileSync } from "node:fs";
import { join } from "node:path";
import { snapshot, type Attempt } from "./promise.ts";
import { run } from "./subject.ts";

/**
 * What `poc amend` promises: the definition is the old one or the new one, whole; when it exits 0, it is the new one
 * and the amendment is recorded; when it fails, nothing has changed. Whatever a kill leaves, the next one gets through.
 */
export async function brokenAmendment({
  folder,
  before,
  marker,
  outcome,
  killed,
  mayLeaveTemporary,
}: Attempt): Promise<readonly string[]> {
  const broken: string[] = [];
  const after = snapshot(folder);
  for (const [name, text] of before)
    if (name !== "poc.yaml" && after.get(name) !== text) broken.push(`${name} changed`);
  const [old, now] = [before.get("poc.yaml")!, readFileSync(join(folder, "poc.yaml"), "latin1")];
  const replaced = now === old.replace("2000 EUR", "2100 EUR");
  if (now !== old && !replaced) broken.push(`poc.yaml is neither the old nor the new one: ${JSON.stringify(now)}`);
  const added = [...after].filter(([name]) => !before.has(name));
  const entries = added.filter(([name]) => /^log\/[^./][^/]*$/.test(name));
  const leftovers = added.filter(([name]) => !entries.some(([entry]) => entry === name)).map(([name]) => name);
  for (const [name, text] of entries)
    if (!text.includes(marker) || !text.endsWith("\n")) broken.push(`${name} is not complete`);
  if (!killed && mayLeaveTemporary !== true && leftovers.length > 0) broken.push(`left ${leftovers.join(", ")}`);
  const { code, err } = outcome;
  if (code === 0 && (!replaced || entries.length !== 1))
    broken.push(`exit 0, but the file is ${replaced ? "new" : "old"} and there are ${entries.length} amendments`);
  if (!killed && code !== 0 && !err.includes("may have been written") && (replaced || entries.length > 0))
    broken.push(`exit ${code}, but the file is ${replaced ? "new" : "old"} and there are ${entries.length} amendments`);
  if (!killed && code !== 0 && code !== 3) broken.push(`exit ${code} where the disk failed`);
  const next = await run(folder, [
    "amend",
    "--set",
    "spend_cap=2200 EUR",
    "--reason",
    "Once more",
    "--approver",
    "Marta Weiss <marta@example.com>",
  ]);
  if (next.code !== 0) broken.push(`the next amendment ended with ${next.code}: ${next.err}`);
  const check = await run(folder, ["check", "--fail-on", "never"]);
  if (check.code !== 0) broken.push(`poc check ended with ${check.code}: ${check.out}${check.err}`);
  return broken;
}
