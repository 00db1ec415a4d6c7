"use strict";
// The command lines that are run when the code for the package is compiled, by the set of commands that the code is
// kept for. What they run is what V8 compiles ahead: a line that runs more makes every command of its set slower.

/** A PoC of examples/: results of several kinds, money, hours, meetings, amendments and a filled business case. */
const EXAMPLE = "retrieval-poc";
const AUTHOR = "Jonas Beck <jonas.beck@example.com>";

/** In the middle of the timebox, and on its last day. For each day the log has the entries up to then. */
const MOMENTS = ["2026-11-06T12:00:00+01:00", "2026-11-13T17:30:00+01:00"];

const WARM_UP = {
  log: [
    ["log", "All questions again", "--eval", "wrong-rate=22/300", "--spend", "12.40", "--hours", "2"],
    ["log", "Review with security", "--meeting", "0.5x4"],
  ],
  status: [["status"]],
  check: [["check"]],
  list: [["list"]],
  help: [["--help"], ["--version"]],
  other: ["show", "value", "next", "gate", "checklist exit", "memo -o -"].map((line) => line.split(" ")),
};

module.exports = { AUTHOR, EXAMPLE, MOMENTS, WARM_UP };
