import { unzipSync } from "fflate";
import { decodedText } from "../text/decode-text.ts";
import { ImportFault } from "../import-problem.ts";

const MEGABYTE = 1024 * 1024;
/** The unpacked size that the archive states: never more than that is written. */
const LARGEST_UNPACKED = 256 * MEGABYTE;
/** Text of this kind shrinks to a twentieth; what claims to grow a thousandfold is made to. */
const LARGEST_RATIO = 300;
const STORED = 0;
const DEFLATE = 8;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The texts of an archive whose names are wanted.
 *
 * @param otherwise what to do with an archive that is packed in another way than deflate
 * @throws ImportFault where it is cut off, packed otherwise, or too large
 */
export function zipTexts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  otherwise: string,
): ReadonlyMap<string, string> {
  let total = 0;
  const files = unpacked(() =>
    unzipSync(bytes, {
      filter({ name, size, originalSize, compression }) {
        if (!wanted(name)) return false;
        if (compression !== STORED && compression !== DEFLATE)
          throw new ImportFault(`it is packed with method ${compression}, but this version reads only deflate`, {
            hint: otherwise,
          });
        total += originalSize;
        if (total > LARGEST_UNPACKED || originalSize > Math.max(MEGABYTE, size * LARGEST_RATIO))
          throw new ImportFault(
            `it unpacks to more than the limit: ${name} to ${Math.ceil(originalSize / MEGABYTE)} MB`,
          );
        return true;
      },
    }),
  );
  return new Map(Object.entries(files).map(([name, content]) => [name, [...decodedText([content])].join("")]));
}

function unpacked<T>(unpack: () => T): T {
  try {
    return unpack();
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    throw new ImportFault(
      `the archive cannot be unpacked: ${error instanceof Error ? error.message : "unknown fault"}`,
      {
        hint: "it is cut off or damaged: write or download it again",
      },
    );
  }
}
