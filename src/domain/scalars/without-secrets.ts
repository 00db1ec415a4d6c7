import { findSecret } from "./secret.ts";

export interface Redacted {
  readonly text: string;
  /** The kinds of secrets that were taken out, each once. */
  readonly kinds: readonly string[];
}

const KEY_BEGINS = /-----BEGIN (?:[A-Z]{2,9} ){0,3}PRIVATE KEY/;
const KEY_ENDS = /-----END (?:[A-Z]{2,9} ){0,3}PRIVATE KEY/;
const KEY_LINE = /^\s*[A-Za-z0-9+/=]{16,}\s*$/;

/**
 * `text` with each line that seems to hold a secret replaced by words that say so, the body of a private key among
 * them.
 */
export function withoutSecrets(text: string): Redacted {
  const kinds = new Set<string>();
  const lines = text.split("\n");
  const replace = (index: number, kind: string) => {
    kinds.add(kind);
    lines[index] = `[a line that seemed to contain ${kind} was not stored]`;
  };
  let inKey = false;
  for (let index = 0; index < lines.length; index++) {
    const written = lines[index]!;
    const begins = KEY_BEGINS.test(written);
    const ends = KEY_ENDS.test(written);
    // A key whose beginning was cut off is known by its end.
    if (ends && !inKey && !begins)
      for (let back = index - 1; back >= 0 && KEY_LINE.test(lines[back]!); back--) replace(back, PRIVATE_KEY);
    const kind = inKey || begins || ends ? PRIVATE_KEY : findSecret(written);
    if (kind !== undefined) replace(index, kind);
    inKey = (inKey || begins) && !ends;
  }
  return { text: lines.join("\n"), kinds: [...kinds] };
}

const PRIVATE_KEY = "a private key";
