import { randomBytes } from "node:crypto";
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FileFault } from "../../app/ports/faults.ts";
import type { Machine } from "../../app/ports/ports.ts";
import { systemFault } from "../disk/system-fault.ts";

/** This machine and its Node. */
export function thisMachine(): Machine {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    get git() {
      const { status, stdout } = spawnSync("git", ["--version"], { encoding: "utf8", timeout: 5000, shell: false });
      return status === 0 ? stdout.trim() : undefined;
    },
    writeFault(folder) {
      const path = join(folder, `.poc-doctor-${randomBytes(6).toString("hex")}`);
      try {
        writeFileSync(path, "", { flag: "wx" });
        rmSync(path, { force: true });
        return undefined;
      } catch (error) {
        const fault = systemFault(error, folder, "write");
        return fault instanceof FileFault ? fault.message : `cannot write into ${folder}`;
      }
    },
  };
}
