// Builds dist/: the command in chunks, the statistics for CommonJS and ES modules, and their types.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildName, generateProducts, root } from "./bundle.mjs";
import { writeDeclarations } from "./declarations.mjs";
import { writePreparedAssets } from "./prepare-assets.mjs";
import { WARM_UP } from "./warm-up.cjs";

const dist = join(root, "dist");

const products = await generateProducts();
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
for (const { fileName, code, source, isCommand } of products.flat())
  writeFileSync(join(dist, fileName), isCommand ? asFunction(asAscii(code)) : asAscii(code ?? source));
writeFileSync(join(dist, "poc.cjs"), launcher());
chmodSync(join(dist, "poc.cjs"), 0o755);
await writePreparedAssets(dist);
execFileSync(process.execPath, [join(root, "scripts/code-cache.cjs")], { stdio: ["ignore", "ignore", "inherit"] });
writeDeclarations(dist);

for (const name of readdirSync(dist).sort()) {
  if (name.endsWith("js")) console.log(`dist/${name}  ${(readFileSync(join(dist, name)).length / 1024).toFixed(1)} KB`);
}

/** The launcher, told which build it belongs to and which V8 made the code that is shipped with it. */
function launcher() {
  const built = { name: buildName(), v8: `${process.versions.v8}-${process.arch}`, sets: Object.keys(WARM_UP) };
  const code = readFileSync(join(root, "bin/launch.cjs"), "utf8");
  const told = code.replace('const BUILT = { name: "", v8: "", sets: [] };', `const BUILT = ${JSON.stringify(built)};`);
  if (told === code) throw new Error("bin/launch.cjs has no place for the name of the build");
  return told;
}

/** The code in the form that the launcher compiles: putting it together at each start would copy all of it. */
function asFunction(code) {
  return `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
}

/**
 * Code with every non-ASCII character escaped. They occur only in literals, where the escape means the same; and V8
 * reads and stores an ASCII file with one byte for each character, which is a noticeable part of starting up.
 */
function asAscii(code) {
  return code.replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
