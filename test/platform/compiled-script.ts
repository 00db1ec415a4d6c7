import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";

const compiled = new Map<string, Promise<string>>();

/** The path of `test/platform/scripts/<name>.ts` as one CommonJS file that a child process of any user can run. */
export function compiledScript(name: string): Promise<string> {
  const known = compiled.get(name) ?? compile(name);
  compiled.set(name, known);
  return known;
}

async function compile(name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "poc-script-"));
  chmodSync(folder, 0o755);
  const file = join(folder, `${name}.cjs`);
  const bundle = await rolldown({
    input: join(import.meta.dirname, "scripts", `${name}.ts`),
    platform: "node",
    logLevel: "silent",
  });
  await bundle.write({ file, format: "cjs", codeSplitting: false });
  await bundle.close();
  return file;
}
