import { closeSync, openSync, readSync } from "node:fs";
import type { Randomness, Sha256 } from "../../app/ports/ports.ts";

// Crockford's base 32 in lower case: no i, l, o or u, so that nothing is misread aloud and no word arises. 32 divides
// 256, so that every character is equally likely. Lower case only: file systems differ in whether case counts.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** `length` characters from the random numbers of the system. */
export function randomId(length: number): string {
  const bytes = randomBytes(length);
  let id = "";
  for (const byte of bytes) id += ALPHABET[byte & 31];
  return id;
}

export function systemRandomness(): Randomness {
  return { id: randomId };
}

// Reading the device costs a fraction of what loading node:crypto does.
function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  try {
    const fd = openSync("/dev/urandom", "r");
    try {
      if (readSync(fd, bytes, 0, length, null) === length) return bytes;
    } finally {
      closeSync(fd);
    }
  } catch {
    // No such device here (Windows, a bare container): the slower way below.
  }
  return process.getBuiltinModule("node:crypto").randomBytes(length);
}

/** Hex sha256 of bytes, or of a text in UTF-8. Loads node:crypto, so that `Context` reaches it through a promise. */
export async function loadSha256(): Promise<Sha256> {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return (content) => {
    const hash = createHash("sha256");
    if (typeof content === "string" || content instanceof Uint8Array) hash.update(content);
    else for (const piece of content) hash.update(piece);
    return hash.digest("hex");
  };
}
