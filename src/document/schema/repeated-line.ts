import { holdsNeverRaw } from "../canonical/canonical-json.ts";
import type { CanonicalCursor } from "../canonical/canonical-cursor.ts";
import { UNREAD, type Field } from "./field.ts";

type Scan<T> = Field<T>["scan"];

/** More lines than this are no repetition, nor are longer ones, which would only take up memory. */
const MOST_REMEMBERED = 1000;
const LONGEST_REMEMBERED = 200;

/**
 * Reads the value of a line as `scan` does, but each text once: in a long log the same hours, prices and results stand
 * thousands of times, and values never change, so that equal lines share theirs. It stands in for `scan` alone, and a
 * property test holds it to that.
 */
export function repeatedLine<T>(scan: Scan<T>): Scan<T> {
  const remembered = new Map<string, T>();
  return (cursor: CanonicalCursor) => {
    const line = cursor.restOfLine();
    if (line === undefined || line.length > LONGEST_REMEMBERED) return scan(cursor);
    const known = remembered.get(line);
    if (known !== undefined) {
      cursor.skip(line);
      return known;
    }
    const value = scan(cursor);
    // What may not stand raw is told of the whole text only, and what follows a value on its line has to be refused.
    const whole = value !== UNREAD && cursor.isAtLineEnd() && !holdsNeverRaw(line);
    if (whole && remembered.size < MOST_REMEMBERED) remembered.set(line, value);
    return value;
  };
}
