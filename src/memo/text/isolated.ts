import { END_ISOLATE, ISOLATE, LEFT_TO_RIGHT, RIGHT_TO_LEFT_RUN } from "../../wording/right-to-left.ts";

/** Fewer letters than these are no beginning by which a text can be known again. */
const LEAST = 4;

/**
 * Text from right to left between the marks of an isolate (U+2068, U+2069), so that it cannot pull the figures beside
 * it to its other side: they work in Markdown, on a page and in a drawing alike. Marks that a person typed are spelled
 * out before, so that these are the only ones.
 *
 * `spoken`: what people wrote from right to left, the longest first. Where such a text is part of a sentence, all of it
 * is isolated, the Latin words and digits at its end too; of other text the letters themselves.
 */
export function isolated(text: string, spoken: readonly string[] = []): string {
  if (LEFT_TO_RIGHT.test(text)) return text;
  for (const known of spoken) {
    const found = placeOf(known, text);
    if (found === undefined) continue;
    const [from, to] = found;
    return (
      isolated(text.slice(0, from), spoken) +
      ISOLATE +
      text.slice(from, to) +
      END_ISOLATE +
      isolated(text.slice(to), spoken)
    );
  }
  return text.replace(run(), `${ISOLATE}$&${END_ISOLATE}`);
}

/** Where a text stands in another: the whole of it, or its beginning up to where it was cut. */
function placeOf(known: string, text: string): readonly [number, number] | undefined {
  if (known.length < LEAST) return undefined;
  const beginning = known.slice(0, LEAST);
  for (let from = text.indexOf(beginning); from >= 0; from = text.indexOf(beginning, from + 1)) {
    let length = LEAST;
    while (length < known.length && text[from + length] === known[length]) length++;
    const to = from + length;
    if (length === known.length || text[to] === "…" || to === text.length) return [from, to];
  }
  return undefined;
}

// It needs tables of Unicode, so it is compiled when the first such text comes: English never does.
let made: RegExp | undefined;

function run(): RegExp {
  made ??= new RegExp(RIGHT_TO_LEFT_RUN, "gu");
  return made;
}
