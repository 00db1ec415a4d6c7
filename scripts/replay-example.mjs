// npm run example: writes examples/retrieval-poc anew from examples/replay/retrieval-poc, through the built command.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskStage, readScript, root } from "./replay-on-disk.mjs";
import { replay } from "./replay.mjs";

const NAME = "retrieval-poc";
const target = join(root, "examples", NAME);
const work = mkdtempSync(join(tmpdir(), "poc-example-"));
try {
  const { script, files } = readScript(NAME);
  await replay(script, files, diskStage(work, { steadyIds: true }));
  // init gives every folder its own copy of the schemas; here they would only be a second copy of schemas/.
  rmSync(join(work, ".schemas"), { recursive: true, force: true });
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(work, target, { recursive: true });
  console.log(
    `examples/${NAME}: ${readdirSync(join(target, "log")).length} entries, ${readdirSync(join(target, "memos")).length} documents`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
