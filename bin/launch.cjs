#!/usr/bin/env node
"use strict";
// The entry of the package, copied to dist/poc.cjs. It loads the chunks of the command together with what V8 made of
// them when they were built: compiling is a third of what a short command costs, and Node has nothing on 20 that keeps
// compiled code. V8 takes only code that its own version made. Under another version, what it compiles is kept at the
// end of the first run in the user's cache folder; Node's own way of keeping it gains an eighth of that.
const { closeSync, fstatSync, openSync, readSync } = require("node:fs");
const { isAbsolute, join } = require("node:path");
const { Script } = require("node:vm");

/** What the build writes here: its name, the V8 that made the code beside the chunks, and the sets of commands. */
const BUILT = { name: "", v8: "", sets: [] };

const loaded = new Map();
/** Scripts by the name of their chunk, for scripts/code-cache.cjs. */
const scripts = new Map();
/** Where code is kept for this V8; undefined while the code that was shipped will do. */
let keptIn = BUILT.v8 === versionOfV8() ? undefined : keptFolder();
/** Whether something was compiled that is worth keeping. */
let compiled = false;
/** The set of commands whose code is loaded; found when the first chunk is. */
let set;

/** Chunks are ASCII, so no bytes have to be decoded; and the build wrote each as the function that is called here. */
function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const filename = join(__dirname, name);
  const script = compile(name, filename, bytesOf(filename).latin1Slice());
  const chunk = { exports: {} };
  loaded.set(name, chunk);
  scripts.set(name, script);
  script.runInThisContext()(chunk.exports, requireFrom, chunk, filename, __dirname);
  return chunk.exports;
}

function requireFrom(name) {
  return name.startsWith("./") ? load(name.slice(2)) : require(name);
}

function compile(name, filename, source) {
  set ??= namedSet();
  const cachedData = keptIn === undefined ? quietly(() => bytesOf(`${filename}.${set}.code`)) : keptCode(name);
  const script = new Script(source, { filename, cachedData });
  if (cachedData !== undefined && !script.cachedDataRejected) return script;
  // The same version, and yet V8 refused: it runs with other flags, or on another kind of processor.
  if (keptIn === undefined && cachedData !== undefined) {
    keptIn = keptFolder();
    if (keptIn !== "") return compile(name, filename, source);
  }
  if (keptIn !== undefined && keptIn !== "" && !compiled) {
    compiled = true;
    process.once("exit", () => quietly(keepCode));
  }
  return script;
}

/** The buffer that the next file is read into. */
let room = Buffer.allocUnsafeSlow(1 << 20);

/** The bytes of a file, valid until the next one is read: getting new memory takes longer than the reading. */
function bytesOf(path) {
  const fd = openSync(path, "r");
  try {
    return bytesIn(fd, fstatSync(fd).size);
  } finally {
    closeSync(fd);
  }
}

function bytesIn(fd, size) {
  if (size > room.length) room = Buffer.allocUnsafeSlow(size);
  let length = 0;
  for (let count = -1; length < size && count !== 0; length += count)
    count = readSync(fd, room, length, size - length, null);
  return room.subarray(0, length);
}

/**
 * Commands run different parts of the chunks that they share, and V8 prepares all cached code before any of it runs. So
 * the everyday commands have caches of their own. A wrong guess here only costs time.
 */
function namedSet() {
  const words = process.argv.slice(2);
  if (words.length === 0) return "status";
  if (/^(?:-h|--help|-v|-V|--version|version|help)$/.test(words[0])) return "help";
  return words.find((word) => BUILT.sets.includes(word)) ?? "other";
}

function versionOfV8() {
  return `${process.versions.v8}-${process.arch}`;
}

/**
 * Not in the folder for temporary files: others can write there, and V8 runs what it finds. "" if there is no such
 * folder.
 */
function keptFolder() {
  const { XDG_CACHE_HOME, HOME, LOCALAPPDATA, CI, POC_NO_CACHE } = process.env;
  const cache = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, ".cache"));
  const wanted = !isSet(CI) && !isSet(POC_NO_CACHE) && BUILT.name !== "";
  return wanted && cache && isAbsolute(cache) ? join(cache, "poc", "code", `${BUILT.name}-${versionOfV8()}`) : "";
}

function isSet(value) {
  return value !== undefined && value !== "" && value !== "0" && value !== "false";
}

function keptCode(name) {
  return keptIn === "" ? undefined : quietly(() => ownFile(join(keptIn, `${name}.${set}`)));
}

/** The bytes of a file that nobody else can have written. */
function ownFile(path) {
  const { lstatSync } = require("node:fs");
  if (!isOwn(lstatSync(keptIn))) return undefined;
  const fd = openSync(path, "r");
  try {
    const stats = fstatSync(fd);
    return stats.isFile() && isOwn(stats) ? bytesIn(fd, stats.size) : undefined;
  } finally {
    closeSync(fd);
  }
}

function isOwn({ uid, mode }) {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** Scripts from the cache too: V8 may have compiled more of them by now. */
function keepCode() {
  const { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } = require("node:fs");
  mkdirSync(keptIn, { recursive: true, mode: 0o700 });
  if (!isOwn(lstatSync(keptIn))) return;
  for (const [name, script] of scripts) {
    const temporary = join(keptIn, `${name}.${process.pid}.tmp`);
    writeFileSync(temporary, script.createCachedData(), { flag: "wx", mode: 0o600 });
    renameSync(temporary, join(keptIn, `${name}.${set}`));
  }
  // A build whose cache has not changed for 90 days has been replaced by another.
  const all = join(keptIn, "..");
  for (const folder of readdirSync(all).map((name) => join(all, name)))
    if (Date.now() - statSync(folder).mtimeMs > 90 * 86_400_000) rmSync(folder, { recursive: true });
}

function quietly(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

exports.load = load;
exports.scripts = scripts;

// All output is written by now, and waiting for V8's background compilation would gain nothing.
if (require.main === module)
  load("command.cjs")
    .run()
    .then(() => process.exit());
