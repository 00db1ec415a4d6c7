import type { TermValues } from "../records/term-values.ts";

/**
 * The terms as one text whose hash stands for them: a JSON object of names and texts, the names in the order of their
 * code units, without blanks or line ends (RFC 8785, of which texts need no more). The same terms always give the same
 * bytes; `docs/freeze.md` says how to make them with other tools.
 */
export function canonicalTerms(terms: TermValues): string {
  const sorted = [...terms].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${sorted.map(([name, text]) => `${JSON.stringify(name)}:${JSON.stringify(text)}`).join(",")}}`;
}
