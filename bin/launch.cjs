#!/usr/bin/env node
"use strict";
// The entry of the package, copied to dist/poc.cjs. It loads the chunks of the command together with what V8 made of
// them when they were built: compiling is a third of what a short command costs, and Node has nothing on 20 that keeps
// compiled code. V8 refuses code that another version of itself made. Where it refuses the first chunk, Node loads all
// the others, because Node keeps what it compiled from 22.1 on.
const { readFileSync } = require("node:fs");
const { isAbsolute, join } = require("node:path");
const { Script } = require("node:vm");

const loaded = new Map();
/** Whether V8 refused the code that was shipped with the first chunk. */
let foreign;
/** Scripts by the name of their chunk, for scripts/code-cache.cjs. */
const scripts = new Map();

/** Chunks are ASCII, so no bytes have to be decoded. */
function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const filename = join(__dirname, name);
  // Decided once: a chunk that was loaded both ways would be there twice.
  if (foreign) return require(filename);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, "latin1")}\n})`,
    { filename, cachedData: codeOf(filename) },
  );
  if (foreign === undefined) {
    foreign = script.cachedDataRejected === true;
    if (foreign) keepCompiledCode();
  }
  const chunk = { exports: {} };
  loaded.set(name, chunk);
  scripts.set(name, script);
  script.runInThisContext()(chunk.exports, requireFrom, chunk, filename, __dirname);
  return chunk.exports;
}

function requireFrom(name) {
  return name.startsWith("./") ? load(name.slice(2)) : require(name);
}

function codeOf(filename) {
  try {
    return readFileSync(`${filename}.code`);
  } catch {
    return undefined;
  }
}

/** Not in the folder for temporary files, Node's own choice: others may write there, and V8 runs what it finds. */
function keepCompiledCode() {
  const { XDG_CACHE_HOME, HOME, LOCALAPPDATA } = process.env;
  const folder = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, ".cache"));
  if (folder && isAbsolute(folder)) require("node:module").enableCompileCache?.(join(folder, "poc", "compiled"));
}

exports.load = load;
exports.scripts = scripts;

if (require.main === module) void load("command.cjs").run();
