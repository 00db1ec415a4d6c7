// The types of the statistics as one file that imports nothing, so that every module resolution understands it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./bundle.mjs";

const LANGUAGE = [
  "--ignoreConfig",
  "--target",
  "es2022",
  "--lib",
  "es2023",
  "--module",
  "esnext",
  "--moduleResolution",
  "bundler",
  "--strict",
  "--types",
  "",
];

/** Writes `dist/statistics.d.ts` and, the same for require, `dist/statistics.d.cts`. */
export function writeDeclarations(dist) {
  const folder = mkdtempSync(join(tmpdir(), "poc-types-"));
  try {
    tsc([
      "--declaration",
      "--emitDeclarationOnly",
      "--allowImportingTsExtensions",
      "--skipLibCheck",
      "--outDir",
      folder,
      "--rootDir",
      "src/statistics",
      "src/statistics/public.ts",
    ]);
    const modules = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".d.ts") && name !== "public.d.ts")
      .sort();
    const inner = modules.map((name) => withoutExports(readFileSync(join(folder, name), "utf8"), name));
    const outer = readFileSync(join(folder, "public.d.ts"), "utf8").replace(/ from "\.\/[^"]+"/g, "");
    if (/^(import|export \*)/m.test(outer)) throw new Error("src/statistics/public.ts must export by name only");
    const needed = reachable(inner.flatMap(declarationsOf), outer);
    const text = `${[...needed, outer]
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .join("\n\n")}\n`;
    for (const name of ["statistics.d.ts", "statistics.d.cts"]) writeFileSync(join(dist, name), text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  // A name that is missing, or that two modules share, shows up here instead of in a user's editor.
  tsc(["--noEmit", join(dist, "statistics.d.ts")]);
}

function tsc(flags) {
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...LANGUAGE, ...flags], {
    cwd: root,
    stdio: "inherit",
  });
}

/** The declarations of one module, for use within the file; what is public is exported at its end. */
function withoutExports(text, name) {
  const bare = text
    .replace(/^import [^;]*;\n/gm, "")
    .replace(/^export (type )?\{[^}]*\}( from "[^"]+")?;\n?/gm, (line) => {
      if (/ as /.test(line)) throw new Error(`${name} renames what it exports again, which cannot be flattened`);
      return "";
    });
  return bare.replace(/^export (?=(declare|interface|type|abstract|const|function|class) )/gm, "");
}

/** Declarations at the left margin, each with the comment above it. */
function declarationsOf(text) {
  return text
    .split(/\n(?=\/\*\*|(?<!\*\/\n)(?:declare|interface|type|abstract) )/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The declarations that `outer` exports, and those that their types name in turn; the rest stays private. */
function reachable(declarations, outer) {
  const named = declarations.map((text) => {
    const code = text.replace(/\/\*[^]*?\*\//g, "");
    return {
      text,
      code,
      name: /^(?:declare |abstract )*(?:interface|type|const|function|class) (\w+)/m.exec(code)?.[1],
    };
  });
  const kept = new Set();
  for (let sources = [outer]; sources.length > 0;) {
    const found = named.filter(
      (one) => !kept.has(one) && sources.some((code) => new RegExp(`\\b${one.name}\\b`).test(code)),
    );
    for (const one of found) kept.add(one);
    sources = found.map(({ code }) => code);
  }
  return named.filter((one) => kept.has(one)).map(({ text }) => text);
}
