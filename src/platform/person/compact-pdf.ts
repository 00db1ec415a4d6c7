/** Objects packed into one stream: readers unpack a whole stream to reach one of them. */
const PACKED = 200;

interface Plain {
  readonly number: number;
  readonly body: string;
}

/**
 * The same PDF with its small objects packed into compressed streams (ISO 32000-1, 7.5.7 and 7.5.8): a page with a
 * thousand cited entries has thousands of objects, and Chromium writes each of them plainly. What is not built as
 * Chromium builds it comes back as it was.
 */
export function compactPdf(pdf: Uint8Array): Uint8Array {
  const { Buffer: Bytes } = process.getBuiltinModule("node:buffer");
  const { deflateSync } = process.getBuiltinModule("node:zlib");
  const text = Bytes.from(pdf).toString("latin1");
  const found = objectsOf(text);
  if (found === undefined) return pdf;
  const { head, objects, trailer, size } = found;
  const parts: string[] = [head.replace(/^%PDF-1\.[0-4]/, "%PDF-1.5")];
  let length = parts[0]!.length;
  const add = (part: string) => {
    const at = length;
    parts.push(part);
    length += part.length;
    return at;
  };
  const deflated = (content: string) => deflateSync(Bytes.from(content, "latin1")).toString("latin1");
  /** By number: [1, offset] of an object that stands alone, [2, number of its stream, its place in it]. */
  const entries = new Map<number, readonly [1 | 2, number, number]>();
  const plain: Plain[] = [];
  for (const { number, body } of objects) {
    if (/>>\s*stream\r?\n/.test(body)) entries.set(number, [1, add(`${number} 0 obj${body}endobj\n`), 0]);
    else plain.push({ number, body: body.trim() });
  }
  let next = size;
  for (let from = 0; from < plain.length; from += PACKED) {
    const group = plain.slice(from, from + PACKED);
    const number = next++;
    let at = 0;
    const index = group.map((one) => {
      const pair = `${one.number} ${at}`;
      at += one.body.length + 1;
      return pair;
    });
    const first = `${index.join(" ")}\n`;
    const packed = deflated(first + group.map(({ body }) => `${body}\n`).join(""));
    const kind = `/Type /ObjStm /N ${group.length} /First ${first.length}`;
    const dictionary = `<<${kind} /Filter /FlateDecode /Length ${packed.length}>>`;
    entries.set(number, [1, add(`${number} 0 obj\n${dictionary}\nstream\n${packed}\nendstream\nendobj\n`), 0]);
    group.forEach((one, place) => entries.set(one.number, [2, number, place]));
  }
  const number = next++;
  const start = length;
  entries.set(number, [1, start, 0]);
  const rows = Array.from({ length: next }, (_, k) => row(entries.get(k)));
  const packed = deflated(rows.join(""));
  const kind = `/Type /XRef /Size ${next} /W [1 4 2]`;
  const dictionary = `<<${kind} /Filter /FlateDecode /Length ${packed.length}\n${trailer}>>`;
  add(`${number} 0 obj\n${dictionary}\nstream\n${packed}\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`);
  return Bytes.from(parts.join(""), "latin1");
}

/** One entry of the table: its kind in a byte, then four bytes and two; an object that is not there is free. */
function row(entry: readonly [number, number, number] | undefined): string {
  const [kind, where, place] = entry ?? [0, 0, 0xffff];
  const bytes = [kind, where >>> 24, (where >>> 16) & 255, (where >>> 8) & 255, where & 255, place >>> 8, place & 255];
  return String.fromCharCode(...bytes);
}

interface Objects {
  /** What stands before the first object. */
  readonly head: string;
  readonly objects: readonly Plain[];
  /** Without its size. */
  readonly trailer: string;
  readonly size: number;
}

/** By the table at the end, which has to be one table that names every object. */
function objectsOf(text: string): Objects | undefined {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? NaN);
  const table = Number.isNaN(start) ? null : /^xref\n0 (\d+)\n/.exec(text.slice(start, start + 40));
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text.slice(start))?.[1];
  if (table === null || trailer === undefined || /\/(Prev|Encrypt|XRefStm)\b/.test(trailer)) return undefined;
  const size = Number(table[1]);
  const from = start + table[0].length;
  const offsets: (readonly [number, number])[] = [];
  for (let k = 0; k < size; k++) {
    const [, offset, generation, use] =
      /^(\d{10}) (\d{5}) ([nf])/.exec(text.slice(from + k * 20, from + k * 20 + 20)) ?? [];
    if (offset === undefined || (use === "n" && generation !== "00000")) return undefined;
    if (use === "n") offsets.push([k, Number(offset)]);
  }
  offsets.sort((a, b) => a[1] - b[1]);
  const objects: Plain[] = [];
  for (const [place, [number, offset]] of offsets.entries()) {
    const whole = text.slice(offset, offsets[place + 1]?.[1] ?? start);
    const opening = `${number} 0 obj`;
    const end = whole.lastIndexOf("endobj");
    if (!whole.startsWith(opening) || end < 0) return undefined;
    objects.push({ number, body: whole.slice(opening.length, end) });
  }
  const head = text.slice(0, offsets[0]?.[1] ?? 0);
  return { head, objects, trailer: trailer.replace(/\/Size\s+\d+/, "").trim(), size };
}
