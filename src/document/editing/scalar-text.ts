import { canonicalJson } from "../canonical/canonical-json.ts";
import { readYamlText } from "../yaml/read-yaml.ts";
import { isWrittenMap, type Written } from "../yaml/written.ts";

export type Quotes = "" | "'" | '"';

/** Words and figures that YAML 1.1, which other tools still read, takes for something else than text. */
const AMBIGUOUS = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.\d][\d_.:]*)$/i;

/** A scalar as it is written into a file: in the quotes that stood there, without any where none are needed. */
export function scalarText(value: string | number | boolean, quotes: Quotes, inFlow: boolean): string {
  if (typeof value !== "string") return String(value);
  if (quotes === "" && isPlain(value, inFlow)) return value;
  // oxlint-disable-next-line no-control-regex -- single quotes know no escapes, so only printable text fits
  if (quotes === "'" && !/[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return canonicalJson(value);
}

/** A list in flow style: `[2026-12-08, 2026-12-09]`. */
export function listText(items: readonly (string | number | boolean)[]): string {
  return `[${items.map((item) => scalarText(item, "", true)).join(", ")}]`;
}

/** Whether the text reads as itself without quotes. Asked of the reader itself: its rules are long. */
function isPlain(value: string, inFlow: boolean): boolean {
  if (value.trim() !== value || value === "" || /[\r\n]/.test(value) || AMBIGUOUS.test(value)) return false;
  const { written } = readYamlText(inFlow ? `k: [${value}]\n` : `k: ${value}\n`, "");
  const read: Written = isWrittenMap(written) ? written["k"] : undefined;
  return inFlow ? Array.isArray(read) && read.length === 1 && read[0] === value : read === value;
}
