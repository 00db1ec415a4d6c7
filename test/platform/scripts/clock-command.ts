// Prints what the real clock says.
import { systemClock } from "../../../src/platform/host/clock.ts";

process.stdout.write(`${new Date(systemClock(process.env["POC_NOW"]).now()).toISOString()}\n`);
