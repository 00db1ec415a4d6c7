#!/usr/bin/env node
"use strict";
// The entry of the package, copied to dist/poc.cjs. It loads the chunks of the command together with what V8 made of
// them when they were built: compiling is a third of what a short command costs. V8 refuses code that was made by
// another version of itself, or of another source, and then compiles as ever.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { Script } = require("node:vm");

const loaded = new Map();
/** Scripts by the name of their chunk, for scripts/code-cache.cjs. */
const scripts = new Map();

/** Chunks are ASCII, so no bytes have to be decoded. */
function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const filename = join(__dirname, name);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, "latin1")}\n})`,
    { filename, cachedData: codeOf(filename) },
  );
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

exports.load = load;
exports.scripts = scripts;

if (require.main === module) void load("command.cjs").run();
