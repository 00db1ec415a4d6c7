/** What the last line of a rendered document says of it, for `poc memo --verify`. */
export interface MemoFooter {
  /** Name of the document: `decision`, `checklist-exit`. */
  readonly kind: string;
  /** The instant it speaks of, in milliseconds since 1970. */
  readonly asOf: number;
  readonly toolVersion: string;
  /** sha256 of the records it was made from, by `memoFingerprint`. */
  readonly records: string;
}

/** A document with its footer, as it was found. */
export interface StampedMemo {
  readonly footer: MemoFooter;
  /** Whether the text above the footer is the one that was rendered. False: it was edited by hand. */
  readonly intact: boolean;
}

/** Hex sha256 of a text in UTF-8. */
type Hash = (text: string) => string;

/** A comment of Markdown and HTML, or of PDF. */
const FOOTER = new RegExp(
  [
    /^(?:<!--|%) poc:([a-z0-9-]{1,64})/,
    /as-of=(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)/,
    /records=sha256:([0-9a-f]{64})/,
    /text=sha256:([0-9a-f]{64})/,
    /version=([A-Za-z0-9.+-]{1,64})(?: -->)?$/,
  ]
    .map(({ source }) => source)
    .join(" "),
);

/** The document with one line at its end that says what it is and what it was made from. */
export function stampMemo(text: string, footer: MemoFooter, sha256: Hash): string {
  const body = bodyOf(text);
  return `${body}\n\n<!-- ${footerText(body, footer, sha256)} -->\n`;
}

/** A PDF with the same line behind its end, where readers of PDF look for nothing; every byte of it stays. */
export function stampPdf(bytes: Uint8Array, footer: MemoFooter, sha256: Hash): Uint8Array {
  const line = new TextEncoder().encode(`\n% ${footerText(bodyOf(pdfText(bytes)), footer, sha256)}\n`);
  const stamped = new Uint8Array(bytes.length + line.length);
  stamped.set(bytes);
  stamped.set(line, bytes.length);
  return stamped;
}

/** The bytes of a PDF as a text that `readMemo` reads: one character each. */
export function pdfText(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

function footerText(body: string, footer: MemoFooter, sha256: Hash): string {
  const asOf = new Date(footer.asOf).toISOString();
  return (
    `poc:${footer.kind} as-of=${asOf} records=sha256:${footer.records} text=sha256:${sha256(body)} ` +
    `version=${footer.toolVersion}`
  );
}

/** The footer of a document, or undefined where it has none that can be read. */
export function readMemo(text: string, sha256: Hash): StampedMemo | undefined {
  const lines = bodyOf(text).split("\n");
  const match = FOOTER.exec(lines.at(-1) ?? "") ?? undefined;
  if (match === undefined) return lateFooter(lines);
  const [, kind = "", asOf = "", records = "", hash = "", toolVersion = ""] = match;
  const body = bodyOf(lines.slice(0, -1).join("\n"));
  return { footer: { kind, asOf: Date.parse(asOf), toolVersion, records }, intact: sha256(body) === hash };
}

/** A footer with text after it: the document was added to by hand. */
function lateFooter(lines: readonly string[]): StampedMemo | undefined {
  const match = lines.map((line) => FOOTER.exec(line)).findLast((found) => found !== null);
  if (match === undefined || match === null) return undefined;
  const [, kind = "", asOf = "", records = "", , toolVersion = ""] = match;
  return { footer: { kind, asOf: Date.parse(asOf), toolVersion, records }, intact: false };
}

/** Line ends that git and editors may have changed, and blank lines at the end, do not count as an edit. */
function bodyOf(text: string): string {
  return text.replaceAll("\r\n", "\n").trimEnd();
}
