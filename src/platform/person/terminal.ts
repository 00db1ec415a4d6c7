import { fstatSync, readSync, writeSync } from "node:fs";
import { FileFault } from "../../app/ports/faults.ts";
import type { Terminal } from "../../app/ports/ports.ts";
import { hostName } from "../disk/owner.ts";
import { pause } from "../disk/pause.ts";
import { errnoOf, systemFault } from "../disk/system-fault.ts";

const [IN, OUT, ERR] = [0, 1, 2];

/**
 * The three standard streams by their numbers: the first use of `process.stdout` costs 3 ms, and writes to it may be
 * lost when the process ends.
 */
export function realTerminal(): Terminal {
  return {
    out: (text) => writeAll(OUT, text, "standard output"),
    err(text) {
      try {
        writeAll(ERR, text, "standard error");
      } catch {
        // There is no place left to say so.
      }
    },
    get outIsTerminal() {
      return isTerminal(OUT);
    },
    get errIsTerminal() {
      return isTerminal(ERR);
    },
    get inIsTerminal() {
      return isTerminal(IN);
    },
    get columns() {
      return columns();
    },
    get rows() {
      const rows = isTerminal(OUT) ? process.stdout.rows : 0;
      return rows > 0 ? rows : undefined;
    },
    get host() {
      return hostName();
    },
    readInput,
  };
}

/**
 * The reader of a pipe may be slow (EAGAIN), which is waited for, or gone (EPIPE), which ends the output in silence.
 */
function writeAll(fd: number, text: string, shown: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(fd, bytes, done, bytes.length - done);
    } catch (error) {
      const code = errnoOf(error);
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw systemFault(error, shown, "write");
      pause(2);
    }
  }
}

function readInput(limit: number): string {
  const chunks: Uint8Array[] = [];
  const chunk = Buffer.allocUnsafe(65_536);
  for (let total = 0; ;) {
    const count = readSome(chunk);
    if (count === 0) return decode(Buffer.concat(chunks));
    total += count;
    if (total > limit)
      throw new FileFault("too-large", "standard input", `standard input has more than ${limit} bytes`);
    chunks.push(Uint8Array.prototype.slice.call(chunk, 0, count));
  }
}

function readSome(chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(IN, chunk, 0, chunk.length, null);
    } catch (error) {
      const code = errnoOf(error);
      // Windows reports the end of a pipe as an error.
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw systemFault(error, "standard input", "read");
      pause(5);
    }
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileFault("io", "standard input", "standard input is not UTF-8 text");
  }
}

/**
 * Loading node:tty costs 3 ms, so the kind of file and, on Linux, the number of the device answer first. A stream that
 * is closed is not a terminal.
 */
function isTerminal(fd: number): boolean {
  try {
    const stats = fstatSync(fd);
    if (!stats.isCharacterDevice()) return false;
    if (process.platform === "linux") {
      const major = Math.floor(stats.rdev / 256) & 0xfff;
      if (major === 1) return false;
      if (major >= 136 && major <= 143) return true;
    }
  } catch {
    return false;
  }
  return process.getBuiltinModule("node:tty").isatty(fd);
}

function columns(): number {
  if (!isTerminal(OUT)) return 80;
  const width = process.stdout.columns;
  return width > 0 ? width : 80;
}
