"use strict";
// Loaded before a measured program: at its exit it tells the processor time and the memory that the process took.
const { writeSync } = require("node:fs");

process.once("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: userCPUTime + systemCPUTime, mib: maxRSS / 1024 }));
});
