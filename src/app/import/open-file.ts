import type { Head, ImportFile } from "../../imports/format.ts";
import { ImportFault } from "../../imports/import-problem.ts";
import { decodedText } from "../../imports/text/decode-text.ts";
import { visibleText } from "../../domain/scalars/visible-text.ts";
import type { Context, NamedFile } from "../ports/ports.ts";
import { progressOf } from "../ports/progress.ts";

const MEGABYTE = 1024 * 1024;
/** A document that is read as a whole needs several times its size in memory. */
const LARGEST_DOCUMENT = 64 * MEGABYTE;
const LARGEST_FILE = 1024 * MEGABYTE;
const HEAD = 64 * 1024;
const PIECE = 256 * 1024;

/** A file that a person named, for a format to read. */
export function openImport(
  context: Context,
  { path, bytes }: { readonly path: string; readonly bytes?: Uint8Array },
): { readonly file: ImportFile; readonly head: Head } {
  const named = bytes === undefined ? withProgress(context, path, context.files.openNamed(path)) : printedFile(bytes);
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const bounded = (most: number, hint: string) => {
    if (named.size > most)
      throw new ImportFault(`it has ${Math.ceil(named.size / MEGABYTE)} MB, expected at most ${most / MEGABYTE}`, {
        hint,
      });
  };
  bounded(LARGEST_FILE, "split it, for example by month or by run");
  const whole = () => {
    bounded(LARGEST_DOCUMENT, "write it as JSON lines, or as CSV: those are read line by line");
    return [...decodedText(named.pieces())].join("");
  };
  const file: ImportFile = {
    name,
    text: () => decodedText(named.pieces()),
    whole,
    bytes: () => {
      bounded(LARGEST_DOCUMENT, "split it");
      return joined(named.pieces(), named.size);
    },
  };
  return { file, head: headOf(name, named.pieces()) };
}

/** The output of a command, in pieces like those of a file. */
function printedFile(bytes: Uint8Array): NamedFile {
  return {
    size: bytes.length,
    *pieces() {
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
    },
  };
}

/** The same file, which tells on a terminal how far it is read where that takes over a second. */
function withProgress(context: Context, path: string, named: NamedFile): NamedFile {
  return {
    size: named.size,
    *pieces() {
      const progress = progressOf(context, `Reading ${visibleText(path)}`);
      let done = 0;
      try {
        for (const piece of named.pieces()) {
          yield piece;
          done += piece.length;
          progress.tell(done, named.size);
        }
      } finally {
        progress.end();
      }
    },
  };
}

function headOf(name: string, pieces: Iterable<Uint8Array>): Head {
  for (const piece of pieces) {
    const bytes = piece.slice(0, HEAD);
    return { name, bytes, text: new TextDecoder("utf-8").decode(bytes) };
  }
  return { name, bytes: new Uint8Array(), text: "" };
}

function joined(pieces: Iterable<Uint8Array>, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece.subarray(0, size - at), at);
    at += piece.length;
    if (at >= size) break;
  }
  return bytes.subarray(0, Math.min(at, size));
}
