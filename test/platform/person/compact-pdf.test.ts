import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { compactPdf } from "../../../src/platform/person/compact-pdf.ts";

const OBJECTS = [
  "1 0 obj\n<</Type /Catalog\n/Pages 2 0 R>>\nendobj\n",
  "2 0 obj\n<</Type /Pages\n/Kids [3 0 R]\n/Count 1>>\nendobj\n",
  "3 0 obj\n<</Type /Page\n/Parent 2 0 R\n/Contents 4 0 R>>\nendobj\n",
  "4 0 obj\n<</Length 9>> stream\nBT endobj\nendstream\nendobj\n",
];

function pdf(objects: readonly string[], trailer = "/Size 5\n/Root 1 0 R"): Buffer {
  let text = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
  const offsets = objects.map((object) => {
    const at = text.length;
    text += object;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`);
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join("")}trailer\n<<${trailer}>>\nstartxref\n`;
  return Buffer.from(`${text}${start}\n%%EOF\n`, "latin1");
}

const packedIn = (text: string, type: string) => {
  const [, length = "0", rest = ""] = new RegExp(`/Type /${type} [^>]*/Length (\\d+)[^>]*>>\\nstream\\n([^]*)`).exec(
    text,
  )!;
  return inflateSync(Buffer.from(rest.slice(0, Number(length)), "latin1")).toString("latin1");
};

test("small objects are packed, streams stay, and every object is found by the table", () => {
  const text = Buffer.from(compactPdf(pdf(OBJECTS))).toString("latin1");
  expect(text).toMatch(/^%PDF-1\.5\n/);
  expect(text).toContain(OBJECTS[3]);
  expect(packedIn(text, "ObjStm")).toBe(
    "1 0 2 32 3 72\n<</Type /Catalog\n/Pages 2 0 R>>\n<</Type /Pages\n/Kids [3 0 R]\n/Count 1>>\n" +
      "<</Type /Page\n/Parent 2 0 R\n/Contents 4 0 R>>\n",
  );
  const table = packedIn(text, "XRef");
  const kinds = Array.from({ length: table.length / 7 }, (_, k) => table.charCodeAt(k * 7));
  expect(kinds).toEqual([0, 2, 2, 2, 1, 1, 1]);
  const at = Buffer.from(table.slice(4 * 7 + 1, 4 * 7 + 5), "latin1").readUInt32BE();
  expect(text.slice(at, at + 7)).toBe("4 0 obj");
  expect(text).toContain("/Root 1 0 R");
  expect(text).toMatch(/startxref\n\d+\n%%EOF\n$/);
});

test.each([
  ["no PDF", Buffer.from("hello")],
  ["one that was changed since", pdf(OBJECTS, "/Size 5\n/Prev 12\n/Root 1 0 R")],
  ["one with a secret", pdf(OBJECTS, "/Size 5\n/Encrypt 4 0 R\n/Root 1 0 R")],
  ["one whose table is wrong", Buffer.from(pdf(OBJECTS).toString("latin1").replace("1 0 obj", "9 0 obj"), "latin1")],
])("%s comes back as it was", (_, bytes) => {
  expect(compactPdf(bytes)).toBe(bytes);
});
