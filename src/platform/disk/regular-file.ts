import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from "node:fs";
import { FileFault } from "../../app/ports/faults.ts";
import { errnoOf, systemFault } from "./system-fault.ts";

// Windows has neither flag. O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
const NO_FOLLOW: number | undefined = constants.O_NOFOLLOW;
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** What happens where the path is a symbolic link. */
export type Links = "follow-links" | "refuse-links";

/**
 * The bytes of the regular file at the absolute `path`, at most `limit` of them. `shown` is its name for people.
 * FIFOs, devices and folders are refused, never waited for.
 */
export function readRegularFile(path: string, shown: string, limit: number, links: Links): Uint8Array {
  const fd = openForReading(path, shown, links);
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw notAFile(stats, shown);
    if (stats.size > limit) {
      throw new FileFault(
        "too-large",
        shown,
        `cannot read ${shown}: it has ${stats.size} bytes, and at most ${limit} are read`,
      );
    }
    return readBytes(fd, stats.size);
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw systemFault(error, shown, "read");
  } finally {
    closeQuietly(fd);
  }
}

/** What small files are read into, each over the one before. */
const page = Buffer.allocUnsafe(64 * 1024);

/**
 * The same in memory that the next call uses again, where links are refused. A file that fills a page is read as any
 * other. So is what has nothing in it: that may be a pipe, and a folder or a device has failed by then.
 */
export function readRegularFileInTurn(path: string, shown: string, limit: number): Uint8Array {
  const fd = openForReading(path, shown, "refuse-links");
  let length = 0;
  try {
    for (let count = -1; count !== 0 && length < page.length; length += count)
      count = readSync(fd, page, length, page.length - length, null);
  } catch {
    length = 0;
  } finally {
    closeQuietly(fd);
  }
  const isSmall = length > 0 && length < page.length && length <= limit;
  return isSmall ? page.subarray(0, length) : readRegularFile(path, shown, limit, "refuse-links");
}

const PIECE = 256 * 1024;
/** What is made of a file from this size on is a large part of the heap. */
const LARGE = 32 * 1024 * 1024;

/** The bytes of the regular file at `path`, piece by piece; the file is closed when the last has been taken. */
export function* regularFilePieces(path: string, shown: string): Generator<Uint8Array> {
  const fd = openForReading(path, shown, "follow-links");
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw notAFile(stats, shown);
    // V8 lets the heap grow to twice what is in use before it looks what is not. For a large file it looks more often.
    if (stats.size > LARGE) process.getBuiltinModule("node:v8").setFlagsFromString("--heap-growing-percent=10");
    const piece = Buffer.allocUnsafe(PIECE);
    for (let count = readSync(fd, piece, 0, PIECE, null); count > 0; count = readSync(fd, piece, 0, PIECE, null))
      yield piece.subarray(0, count);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw systemFault(error, shown, "read");
  } finally {
    closeQuietly(fd);
  }
}

/** How many bytes the regular file at `path` has. */
export function regularFileSize(path: string, shown: string): number {
  const fd = openForReading(path, shown, "follow-links");
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw notAFile(stats, shown);
    return stats.size;
  } finally {
    closeQuietly(fd);
  }
}

function openForReading(path: string, shown: string, links: Links): number {
  try {
    if (links === "follow-links") return openSync(path, READ);
    if (NO_FOLLOW === undefined && lstatSync(path).isSymbolicLink()) throw linkFault(shown, "read");
    return openSync(path, READ | (NO_FOLLOW ?? 0));
  } catch (error) {
    throw systemFault(error, shown, "read");
  }
}

/** Small files come out of Node's pool without a copy. */
function readBytes(fd: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const count = readSync(fd, bytes, length, size - length, null);
    // Another program cut the file short meanwhile; what is there is what is read.
    if (count === 0) return bytes.subarray(0, length);
    length += count;
  }
  return bytes;
}

/** For descriptors that were only read from, or whose data is safe already: a failing close changes nothing. */
export function closeQuietly(fd: number): void {
  try {
    closeSync(fd);
  } catch {
    // Nothing is lost, and there is nothing to do.
  }
}

export function linkFault(shown: string, doing: "read" | "list" | "write" | "replace" | "make"): FileFault {
  return new FileFault(
    "link",
    shown,
    `cannot ${doing} ${shown}: it is a symbolic link, and links are not followed here`,
  );
}

export function notAFile(stats: Stats, shown: string): FileFault {
  const what = stats.isDirectory()
    ? "a folder"
    : stats.isFIFO()
      ? "a pipe"
      : stats.isSocket()
        ? "a socket"
        : "a device";
  return new FileFault("not-a-file", shown, `${shown} is ${what}, not a file`);
}
