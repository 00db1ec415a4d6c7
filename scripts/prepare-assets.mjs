// Writes what a command would else read of the gates, checklists and templates that ship, at every start: beside the
// code that was built of the same readers.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { root } from "./bundle.mjs";

const shipped = {
  text: (name) => readFileSync(join(root, name), "utf8"),
  files: (folder) => readdirSync(join(root, folder)).sort(),
};

export async function writePreparedAssets(dist) {
  const work = mkdtempSync(join(tmpdir(), "poc-prepare-"));
  try {
    const file = join(work, "prepared-assets.mjs");
    const bundle = await rolldown({ cwd: root, input: "scripts/prepared-assets.ts", platform: "node" });
    await bundle.write({ format: "esm", file });
    await bundle.close();
    const { PREPARED } = await import(pathToFileURL(file).href);
    for (const [what, make] of Object.entries(PREPARED))
      writeFileSync(join(dist, `prepared-${what}.json`), make(shipped));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
