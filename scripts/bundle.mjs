// What is bundled and how, for the build and for the third-party notices.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { expressionsOnDemand, plainExports, textsLeftOut } from "./leaner-code.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

// Names of functions and classes stay, so that a stack trace from the field can be read without a source map.
const minify = { compress: { keepNames: { function: true, class: true } }, mangle: { keepNames: true }, codegen: true };

/** Modules that packages import but the command never uses, by the package and the name that it imports. */
const UNUSED = {
  // Tables for dozens of character sets, for a kind of prompt that is not used.
  "@inquirer/editor": ["@inquirer/external-editor", "export function editAsync() { throw new Error('not bundled'); }"],
  // Commands in separate executables, which we do not have; loading them takes 1 to 3 ms of every start.
  commander: ["node:child_process", "module.exports = {};"],
};

const ENTRY = join(root, "bin/poc.ts");
/** The commands of every day, by the modules that run them. */
const DAILY = Object.fromEntries(
  ["log", "check", "status"].map((name) => [name, join(root, `src/cli/runs/${name}.ts`)]),
);

/** The names of all commands, and the help. */
const TABLE = ["src/cli/command-table.ts", "src/cli/program.ts"].map((name) => join(root, name));

/** The list of an unchanged portfolio: it needs no code that judges or lays out. */
const LIST = [join(root, "src/cli/runs/list.ts")];
/** What builds the list from stored summaries. */
const LISTED = ["src/app/portfolio/list-pocs.ts", "src/output/portfolio/list-text.ts"].map((name) => join(root, name));

/**
 * What every command loads is one chunk, and so is what each set of the daily ones loads besides. By itself rolldown
 * makes one for each set of all commands that shares something: a dozen files more to open at every start.
 */
const chunks = {
  groups: [
    {
      name: (id, graph) => (isOfEveryCommand(id, graph) ? "every-command" : null),
      debugName: "every-command",
      priority: 4,
    },
    // A group takes along what its modules import, so that what is loaded without the others comes before them.
    {
      name: (id, graph) =>
        isReached(id, [...LIST, ...LISTED], graph) && dailyChunk(id, graph) !== null ? "daily-list" : null,
      debugName: "daily-list",
      priority: 3,
    },
    { name: dailyChunk, debugName: "daily-commands", priority: 2 },
    { name: (id, graph) => (isReached(id, LIST, graph) ? "only-list" : null), debugName: "only-list", priority: 1 },
    { name: (id, graph) => (isReached(id, LISTED, graph) ? "listed" : null), debugName: "listed", priority: 0 },
  ],
};

/**
 * What the daily commands share with the table of all commands is loaded with every command too. It is little, and
 * otherwise `poc --help` would load everything that judges.
 */
function isOfEveryCommand(id, graph) {
  return isReached(id, [ENTRY], graph) || (isReached(id, TABLE, graph) && dailyChunk(id, graph) !== null);
}

function dailyChunk(id, graph) {
  const those = Object.keys(DAILY).filter((name) => isReached(id, [DAILY[name]], graph));
  if (those.length === 0) return null;
  return those.length === Object.keys(DAILY).length ? "daily-commands" : `daily-${those.join("-")}`;
}

/** Whether a module is loaded together with one of `entries`; on-demand imports do not count. */
function isReached(id, entries, graph) {
  return entries.some((entry) => reachable(entry, graph).has(id));
}

/** Modules that are loaded together with `entry`; on-demand imports do not count. */
function reachable(entry, graph) {
  const found = new Set([entry]);
  for (const id of found) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/** Each product: its sources, and how it is written. The command is CommonJS, because that starts faster. */
const PRODUCTS = [
  {
    input: { command: "bin/poc.ts" },
    output: {
      format: "cjs",
      entryFileNames: "[name].cjs",
      // No hashes: dist/ is emptied first, and stable names can be tested and found in a stack trace.
      chunkFileNames: (chunk) => (chunk.isDynamicEntry ? "[name].cjs" : "shared-[name].cjs"),
      codeSplitting: chunks,
    },
  },
  {
    input: { statistics: "src/statistics/public.ts" },
    output: { format: "cjs", entryFileNames: "[name].cjs", exports: "named" },
  },
  { input: { statistics: "src/statistics/public.ts" }, output: { format: "esm", entryFileNames: "[name].mjs" } },
];

/**
 * The server for agents uses nearly all of zod, and the daily commands a tenth. What is one module is kept for both, so
 * the server gets a copy of its own in its own chunk.
 */
const OWN_COPY = "?of-the-server";

const leaner = {
  name: "leaner-packages",
  async resolveId(id, importer) {
    const copied = importer?.endsWith(OWN_COPY) === true;
    if (copied || (/^zod($|\/)/.test(id) && importer?.includes("/node_modules/@modelcontextprotocol/"))) {
      const found = await this.resolve(id, copied ? importer.slice(0, -OWN_COPY.length) : importer, { skipSelf: true });
      return found === null ? null : found.id + OWN_COPY;
    }
    // yaml's build for Node is one CommonJS file per module and cannot be shaken; its other build is the same code as
    // ES modules. test/platform/yaml-builds.test.ts holds the two against each other.
    if (id === "yaml") return join(root, "node_modules/yaml/browser/index.js");
    const [name, unused] =
      Object.entries(UNUSED).find(([owner]) => importer?.includes(`/node_modules/${owner}/`)) ?? [];
    return unused?.[0] === id ? `\0unused-by:${name}` : null;
  },
  load(id) {
    if (id.endsWith(OWN_COPY)) return readFileSync(id.slice(0, -OWN_COPY.length), "utf8");
    return id.startsWith("\0unused-by:") ? UNUSED[id.slice("\0unused-by:".length)][1] : null;
  },
};

/** Identifies the build: another build may read the same text into other values. */
export function buildName() {
  const hash = createHash("sha256");
  const names = readdirSync(join(root, "src"), { recursive: true }).filter((name) => name.endsWith(".ts"));
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(root, "src", name)));
  return hash
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")
    .slice(0, 16);
}

/** Generates every product; each is a list of chunks. Nothing is written. */
export async function generateProducts() {
  return Promise.all(
    PRODUCTS.map(async ({ input, output }) => {
      const bundle = await rolldown({
        cwd: root,
        input,
        platform: "node",
        plugins: [leaner, textsLeftOut, expressionsOnDemand],
        transform: { define: { POC_BUILD: JSON.stringify(buildName()) } },
        onLog(level, log, report) {
          // A name that cannot be resolved would only fail on a user's machine.
          if (log.code === "UNRESOLVED_IMPORT") throw new Error(log.message);
          report(level, log);
        },
      });
      try {
        const generated = await bundle.generate({ ...output, minify, comments: false, sourcemap: false, strict: true });
        return generated.output.map((made) => {
          if (made.type !== "chunk") return { fileName: made.fileName, source: made.source };
          const { fileName, code, modules } = made;
          const isCommand = input.command !== undefined;
          return { fileName, modules, isCommand, code: output.format === "cjs" ? plainExports(code) : code };
        });
      } finally {
        await bundle.close();
      }
    }),
  );
}

/** Absolute paths of every module that ends up in a product. */
export function modulesOf(products) {
  const modules = products.flat().flatMap((chunk) => Object.entries(chunk.modules ?? {}));
  return [
    ...new Set(
      modules.filter(([, module]) => (module.code?.length ?? module.renderedLength ?? 1) > 0).map(([id]) => id),
    ),
  ].sort();
}
