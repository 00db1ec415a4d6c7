/** A value of a file in a message: `"12,40 EUR"`, `the number 5`, `a list`, `nothing`. */
export function shown(written: unknown): string {
  if (written === undefined || written === null) return "nothing";
  if (typeof written === "string") return `"${written.length > 60 ? `${written.slice(0, 60)}…` : written}"`;
  if (typeof written === "number") return `the number ${written}`;
  if (typeof written === "boolean") return `the truth value ${written}`;
  return Array.isArray(written) ? "a list" : "a map of fields";
}
