import type { ShowResult } from "../../app/views/show-log.ts";
import { entryJson } from "./entry-json.ts";
import { envelopeJson } from "./envelope-json.ts";
import { jsonText } from "./json-text.ts";

const NONE = '"entries": []';
const INDENT = "      ";
/** How much is handed over at once, in characters. */
const PIECE = 256 * 1024;

/**
 * `poc show --format json`, in pieces: a log of a hundred thousand entries is a hundred megabytes, and only a piece of
 * it is ever held. Put together it is what `envelopeJson` says.
 */
export function* showJson(result: ShowResult, cwd: string): Generator<string> {
  const { entries, standing } = result;
  const around = envelopeJson("show", result, { entries: [] }, cwd);
  const at = around.indexOf(NONE);
  if (entries.length === 0 || at < 0) return yield around;
  let piece = around.slice(0, at + NONE.length - 1);
  for (const [index, entry] of entries.entries()) {
    const text = jsonText(entryJson(entry, standing)).trimEnd().replaceAll("\n", `\n${INDENT}`);
    piece += `${index === 0 ? "" : ","}\n${INDENT}${text}`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}\n    ${around.slice(at + NONE.length - 1)}`;
}
