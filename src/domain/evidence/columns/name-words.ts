/**
 * The words of a name that a program gave: `latencyMs` is latency and Ms, `cost_usd` cost and usd, `Cost ($)` Cost and
 * $, `is-correct` is and correct. As they are written; signs of currencies and of micro are words.
 */
export function nameWords(name: string): readonly string[] {
  return name
    .replaceAll(/([$€£¥%])/g, " $1 ")
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replaceAll("/", " per ")
    .split(/[^\p{L}\p{N}$€£¥%]+/u)
    .filter((word) => word !== "");
}
