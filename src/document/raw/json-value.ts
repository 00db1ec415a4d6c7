/** A JSON text as a value, or why it could not be read. */
export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string; readonly hint?: string };

/**
 * Reads one JSON value. Unlike `JSON.parse`, it refuses an object with one key twice: the last would win without a
 * word, and the records refuse the same in YAML.
 *
 * @param expected ends the message where the text is no JSON: `one value or object a line`
 */
export function readJson(text: string, expected: string): JsonRead {
  try {
    const value: unknown = JSON.parse(text);
    const twice = repeatedKey(text);
    if (twice === undefined) return { ok: true, value };
    return {
      ok: false,
      message: `found the key ${JSON.stringify(twice.slice(0, 60))} twice in one object, expected each once`,
      hint: "keep the right one; most programs silently take the last",
    };
  } catch {
    return { ok: false, message: notJson(text, expected) };
  }
}

function notJson(text: string, expected: string): string {
  const word = /(?<![\w"])-?(?:NaN|Infinity)(?![\w"])/.exec(text)?.[0];
  return word === undefined
    ? `found no JSON, expected ${expected}`
    : `found ${word}, which is neither JSON nor a number`;
}

const BACKSLASH = 92;
const QUOTE = 34;

/** The first key that an object has twice, in a text that is JSON. Escapes are read: `"a"` is `"\u0061"`. */
function repeatedKey(json: string): string | undefined {
  /** For each object that is open, its keys; for each list, undefined. */
  const open: (Set<string> | undefined)[] = [];
  let keys: Set<string> | undefined;
  let isKey = false;
  for (let at = 0; at < json.length; at++) {
    switch (json[at]) {
      case "{":
        keys = new Set();
        open.push(keys);
        isKey = true;
        break;
      case "[":
        keys = undefined;
        open.push(keys);
        isKey = false;
        break;
      case "}":
      case "]":
        open.pop();
        keys = open.at(-1);
        isKey = false;
        break;
      case ",":
        isKey = keys !== undefined;
        break;
      case '"': {
        const start = at;
        at = endOfString(json, at);
        if (!isKey || keys === undefined) break;
        isKey = false;
        const written = json.slice(start + 1, at);
        const key = written.includes("\\") ? String(JSON.parse(json.slice(start, at + 1))) : written;
        if (keys.has(key)) return key;
        keys.add(key);
      }
    }
  }
  return undefined;
}

/** The offset of the quote that closes the string whose opening quote is at `start`. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; ; at++) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
}
