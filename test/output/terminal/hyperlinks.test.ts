import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth } from "../../../src/output/terminal/display-width.ts";
import {
  hyperlink,
  linkedMentions,
  withoutLinks,
  type LinkBase,
  type LinkTarget,
} from "../../../src/output/terminal/hyperlinks.ts";
import { isolated } from "../../../src/output/terminal/isolates.ts";
import { flow, cell, table } from "../../../src/output/terminal/layout.ts";
import { line, safe } from "../../../src/output/terminal/safe.ts";
import { plainStyle, styleOf } from "../../../src/output/terminal/style.ts";
import { HOSTILE_TEXTS } from "../hostile-texts.ts";

const BASE: LinkBase = { host: "ana-laptop", folder: "/work/poc", home: "/home/ana", has: () => true };

// oxlint-disable-next-line no-control-regex -- the escapes are what is looked for
const LINK = /^\x1b\]8;;([\x21-\x7e]+)\x1b\\x\x1b\]8;;\x1b\\$/;

/** The address of a link around "x", undefined where there is none; anything else fails. */
function address(target: LinkTarget, base: Partial<LinkBase> = {}): string | undefined {
  const shown = hyperlink(line`x`, target, { ...BASE, ...base });
  if (shown === "x") return undefined;
  expect(shown).toMatch(LINK);
  return LINK.exec(shown)![1];
}

test.each<[LinkTarget, string]>([
  [{ file: "log/a.md" }, "file://ana-laptop/work/poc/log/a.md"],
  [{ file: "value.yaml", line: 12 }, "file://ana-laptop/work/poc/value.yaml#12"],
  [{ file: "../runs/a b#1?.csv" }, "file://ana-laptop/work/runs/a%20b%231%3F.csv"],
  [{ file: "./a//b/../c" }, "file://ana-laptop/work/poc/a/c"],
  [{ file: "../../../../etc/x" }, "file://ana-laptop/etc/x"],
  [{ file: "100%;é\\漢.md" }, "file://ana-laptop/work/poc/100%25%3B%C3%A9%5C%E6%BC%A2.md"],
  [{ file: "a\u001b\\\u0007\n\u202e" }, "file://ana-laptop/work/poc/a%1B%5C%07%0A%E2%80%AE"],
  [{ file: "\ud800" }, "file://ana-laptop/work/poc/%EF%BF%BD"],
  [{ file: "~/.config/poc/config.yaml", line: 3 }, "file://ana-laptop/home/ana/.config/poc/config.yaml#3"],
  [{ file: "/srv/templates/a.yaml" }, "file://ana-laptop/srv/templates/a.yaml"],
  [{ evidence: "runs/a.jsonl:7" }, "file://ana-laptop/work/poc/runs/a.jsonl#7"],
  [{ evidence: "runs/a.jsonl#passed" }, "file://ana-laptop/work/poc/runs/a.jsonl"],
  [{ evidence: "https://example.com/runs/7?a=1&b=2#x;y" }, "https://example.com/runs/7?a=1&b=2#x;y"],
  [{ evidence: "HTTP://Example.com/ü" }, "http://example.com/%C3%BC"],
])("%j leads to %s", (target, url) => expect(address(target)).toBe(url));

test("a drive of Windows has no host", () => {
  const folder = "C:\\work\\poc";
  expect(address({ file: "log/a b.md", line: 2 }, { folder })).toBe("file:///C:/work/poc/log/a%20b.md#2");
  expect(address({ file: "D:\\x.yaml" }, { folder })).toBe("file:///D:/x.yaml");
});

test.each(["", "ana laptop", "a;b", "a/b", "h\u001b\\", "größe"])("the host %j is left out", (host) =>
  expect(address({ file: "a" }, { host })).toBe("file:///work/poc/a"),
);

test.each([
  "javascript:alert(1)",
  "file:///etc/passwd",
  "ftp://example.com",
  "http:/example.com",
  "https://",
  "https://exa mple.com",
  "https://example.com/\u001b\\x",
  "https://example.com/\u0007",
  "https://example.com/\nx",
  "https://example.com/\u202egnp",
  "https://example.com\\@evil.example",
  "https://example.com@evil.example/",
  "https://ana:secret@example.com/",
  `https://example.com/${"a".repeat(2000)}`,
  "talked to Ana",
  "",
])("evidence %j is no link", (evidence) => expect(address({ evidence }, { has: () => false })).toBeUndefined());

test("nothing leads to a file of a home that is not known, or from a folder that is not absolute", () => {
  expect(address({ file: "~/a" }, { home: undefined })).toBeUndefined();
  expect(address({ file: "a" }, { folder: "work" })).toBeUndefined();
});

test("nothing breaks out of the sequence", () => {
  const some = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE_TEXTS, "\u001b\\", "\u009c", ";"));
  fc.assert(
    fc.property(fc.array(some, { maxLength: 4 }), fc.constantFrom("", "https://example.com/", "~/"), (texts, start) => {
      const raw = start + texts.join("");
      address({ file: raw });
      address({ evidence: raw });
      address({ file: "a" }, { host: raw, folder: `/${raw}`, home: raw });
      const text = safe(raw);
      expect(withoutLinks(hyperlink(text, { file: raw }, BASE))).toBe(text);
      expect(displayWidth(hyperlink(text, { file: raw }, BASE))).toBe(displayWidth(text));
    }),
  );
});

describe("ids of entries in a finished text", () => {
  const entries = [{ id: "h08t39m", file: "log/2026-hi-h08t39m.yaml" }];
  const url = "file://ana-laptop/work/poc/log/2026-hi-h08t39m.yaml";
  const linked = `\u001b]8;;${url}\u001b\\h08t39m\u001b]8;;\u001b\\`;

  test.each([
    ["as a word", "WITHDRAWN by h08t39m: wrong", `WITHDRAWN by ${linked}: wrong`],
    ["in a list", "(h08t39m, x7f3q2m)", `(${linked}, x7f3q2m)`],
    ["in colour", "\u001b[36mh08t39m\u001b[39m", `\u001b[36m${linked}\u001b[39m`],
    ["each time", "h08t39m h08t39m.", `${linked} ${linked}.`],
  ])("%s", (_where, text, shown) => expect(linkedMentions(text, entries, BASE)).toBe(shown));

  test.each([
    ["within another word", "xh08t39m h08t39mx 2026-hi-h08t39m.yaml h08t39m-2"],
    ["within a link", linked],
    ["in the address of a link", `\u001b]8;;https://example.com/h08t39m\u001b\\page\u001b]8;;\u001b\\`],
    ["that are not known", "x7f3q2m"],
  ])("not %s", (_where, text) => expect(linkedMentions(text, entries, BASE)).toBe(text));
});

test("an address is a link where an entry names it as evidence, and as a whole", () => {
  const evidence = "https://example.com/runs/7";
  const attest = [{ item: "exit.sponsor-committed", evidence: `${evidence} read by Priya` }];
  const entries = [{ id: "h08t39m", file: "log/a.yaml", attest }];
  const linked = `\u001b]8;;${evidence}\u001b\\${evidence}\u001b]8;;\u001b\\`;
  expect(linkedMentions(`seen (${evidence}), twice`, entries, BASE)).toBe(`seen (${linked}), twice`);
  for (const other of ["https://example.com/runs/", "https://example.com/runs/77", "https://evil.example"])
    expect(linkedMentions(other, entries, BASE)).toBe(other);
});

describe("in lines", () => {
  const words = [line`20261123`, safe("קובץ"), safe("漢字.md"), line`a long name of a file`];

  test.each([30, 40, 80])("they stand where they stood without, in %i columns", async (columns) => {
    for (const colour of [0, 1] as const) {
      const linking = await styleOf({ colour, columns, unicode: true, links: BASE });
      const plain = await styleOf({ colour, columns, unicode: true });
      for (const style of [linking, plain, plainStyle({ columns, unicode: true })]) {
        const cells = words.map((text) => cell(text, undefined, { file: "a b" }));
        const rows = [{ cells, tail: cell(line`and https://example.com`, undefined, { file: "c" }) }];
        const lines = [...table(rows, style, { indent: 2, most: [6] }), ...flow(cells, style, columns)];
        for (const shown of lines) expect(displayWidth(shown)).toBeLessThanOrEqual(style.columns);
        const without = rows.map(({ cells: all, tail }) => ({
          cells: all.map(({ text }) => cell(text)),
          tail: cell(tail.text),
        }));
        expect(lines.map(withoutLinks)).toEqual([
          ...table(without, plain, { indent: 2, most: [6] }),
          ...flow(without[0]!.cells, plain, columns),
        ]);
      }
    }
  });

  test("marks around text from right to left stay out of the address", () => {
    const shown = `at ${hyperlink(safe("קובץ.md"), { file: "קובץ.md" }, BASE)}: 3 lines`;
    expect(withoutLinks(isolated(shown))).toBe(isolated("at \u200bקובץ.md: 3 lines").replace("\u200b", ""));
    expect(isolated(shown)).toContain(encodeURIComponent("קובץ.md"));
  });
});
