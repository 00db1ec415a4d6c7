import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { ImportProblem } from "../../src/imports/import-problem.ts";
import { GOOD_FILES, type GoodFile } from "./good-files.ts";
import { problemsOf, sample } from "./read-sample.ts";

/** Every format against everything that files come as when something went wrong on the way. */

const bytes = (text: string) => new TextEncoder().encode(text);
const lineAt = (text: string, at: number) => text.slice(0, at).split("\n").length;

type Bad =
  /** A fault, and the line that it has to name; 0: any line, undefined: none is asked of it. */
  | { readonly bytes: Uint8Array; readonly says: RegExp; readonly line?: number; readonly name?: string }
  /** Not a thing that this kind of file can come as. */
  | undefined;

/** `found` in the place of `there`, with the line that it stands in. */
function put({ text }: GoodFile, there: string, found: string, says: RegExp): Bad {
  const at = text.indexOf(there);
  if (at < 0) throw new Error(`${there} is not in the file`);
  return { bytes: bytes(text.slice(0, at) + found + text.slice(at + there.length)), says, line: 0 };
}

const wide = (text: string, swap: boolean) => {
  const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
  const out = new Uint8Array(units.buffer);
  if (swap) for (let k = 0; k < out.length; k += 2) [out[k], out[k + 1]] = [out[k + 1]!, out[k]!];
  return out;
};

const BAD: Readonly<Record<string, (file: GoodFile) => Bad>> = {
  "an empty file": () => ({ bytes: bytes(""), says: /empty/ }),
  "a file of blanks": () => ({ bytes: bytes(" \n\n  \t\n"), says: /empty/ }),
  "an HTML page under its name": () => ({
    bytes: bytes("<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head></html>\n"),
    says: /HTML/,
  }),
  "an HTML page without a doctype": () => ({ bytes: bytes("\n<html>\n<body>Sign in</body></html>"), says: /HTML/ }),
  "UTF-16 with its mark": ({ text }) => ({ bytes: wide(`\ufeff${text}`, false), says: /UTF-16/ }),
  "UTF-16, the other way round": ({ text }) => ({ bytes: wide(`\ufeff${text}`, true), says: /UTF-16/ }),
  "UTF-16 without a mark": ({ text }) => ({ bytes: wide(text, false), says: /UTF-16/ }),
  "a byte of Latin-1": ({ text }) => {
    const at = text.lastIndexOf("\n", text.length - 2);
    const all = [...bytes(text.slice(0, at)), 0xe9, ...bytes(text.slice(at))];
    return { bytes: Uint8Array.from(all), says: /not UTF-8/, line: lineAt(text, at) };
  },
  "the character NUL": ({ text }) => {
    const at = text.lastIndexOf("\n", text.length - 2);
    return { bytes: bytes(`${text.slice(0, at)}\0${text.slice(at)}`), says: /NUL/, line: lineAt(text, at) };
  },
  "cut off in the middle of its last row": ({ text, kind }) => {
    if (kind === "text") return undefined;
    const last = text.trimEnd().lastIndexOf("\n");
    const end = kind === "csv" ? text.indexOf(",", last) : Math.min(text.length - 3, last + 6);
    return { bytes: bytes(text.slice(0, end)), says: /./, line: 0 };
  },
  "cut off in its middle": ({ text, kind }) =>
    kind === "json" || kind === "xml"
      ? { bytes: bytes(text.slice(0, Math.floor(text.length / 2))), says: /end|cut|well-formed|closed|text/, line: 0 }
      : undefined,
  "a key twice": ({ text, kind }) => {
    if (kind !== "json" && kind !== "lines") return undefined;
    const at = text.indexOf("{");
    return at < 0
      ? undefined
      : {
          bytes: bytes(`${text.slice(0, at)}{"k":1,"k":2,${text.slice(at + 1)}`),
          says: /twice/,
          line: lineAt(text, at),
        };
  },
  "a column twice": ({ text, kind }) =>
    kind === "csv"
      ? {
          bytes: bytes(text.replace(/^([^,\n]+),([^,\n]+)/, "$1,$2,$2").replaceAll(/\n([^,\n]+),/g, "\n$1,x,")),
          says: /two columns/,
          line: 1,
        }
      : undefined,
  "101 deep": ({ text, kind }) => {
    if (kind !== "json" && kind !== "lines") return undefined;
    const at = text.indexOf("{");
    const deep = `{"deep":${"[".repeat(101)}${"]".repeat(101)},`;
    return at < 0 ? undefined : { bytes: bytes(text.slice(0, at) + deep + text.slice(at + 1)), says: /deep/, line: 0 };
  },
  "a cell of 10 MB": ({ text, kind }) => {
    const huge = "x".repeat(10 * 1024 * 1024);
    if (kind === "lines")
      return { bytes: bytes(text.replace("{", `{"huge":"${huge}",`)), says: /more than 8 MB/, line: 1 };
    return kind === "csv" ? { bytes: bytes(`${text}"${huge}"\n`), says: /more than 8 MB|cells/, line: 0 } : undefined;
  },
  "another file behind it": ({ text, kind }) => {
    if (kind === "text" || kind === "xml") return undefined;
    const other = kind === "csv" ? '{"case_id":"q9","passed":true}\n' : "case_id,passed,took\nq9,true,1\n";
    return { bytes: bytes(text + other), says: /./, line: 0 };
  },
  "a quote that is never closed": ({ text, kind }) =>
    kind === "csv" ? { bytes: bytes(text.replace(/\n([^,\n]+),/, '\n"$1,')), says: /quote|cells/, line: 0 } : undefined,
  "a row that is too short": ({ text, kind }) =>
    kind === "csv" ? { bytes: bytes(`${text}x,y\n`), says: /2 cells/, line: lineAt(text, text.length) } : undefined,
  "a control character in a name": (file) =>
    file.called === undefined
      ? undefined
      : put(
          file,
          file.called,
          `${file.called}${file.kind === "csv" ? "\u001b[31m" : "\\u001b[31m"}`,
          /control character/,
        ),
  "a formula for a name": (file) =>
    file.called === undefined || file.called.includes(",")
      ? undefined
      : put(file, file.called, "=1+1|calc", /spreadsheet/),
  "an e-mail address for a name": (file) =>
    file.called === undefined || file.called.includes(",")
      ? undefined
      : put(file, file.called, "ana.ruiz@example.com", /e-mail/),
  "a name of 300 characters": (file) =>
    file.called === undefined ? undefined : put(file, file.called, file.called + "x".repeat(300), /characters/),
  "a day of 1970": (file) => (file.day === undefined ? undefined : put(file, file.day[0], file.day[1], /./)),
  "a figure below zero": (file) =>
    file.figure === undefined ? undefined : put(file, file.figure[0], file.figure[1], /negative|-|zero/),
  "an unknown currency": (file) =>
    file.currency === undefined ? undefined : put(file, file.currency[0], file.currency[1], /currency/),
  "one page of several": ({ text }) =>
    text.includes('"has_more"')
      ? { bytes: bytes(text.replace(/"has_more": ?false/, '"has_more":true')), says: /has_more/ }
      : undefined,
  "a total row": ({ text, kind, called }) =>
    kind === "csv" && called !== undefined && !called.includes(",")
      ? {
          bytes: bytes(`${text}Total${",3".repeat(text.split("\n")[0]!.split(",").length - 1)}\n`),
          says: /./,
          line: 0,
        }
      : undefined,
};

describe.each(Object.entries(BAD))("%s", (_, make) => {
  const cases = Object.entries(GOOD_FILES).flatMap(([format, file]) => {
    const bad = make(file);
    return bad === undefined ? [] : [[format, file, bad] as const];
  });
  test.each(cases)("%s", async (__, file, bad) => {
    const problems = await problemsOf(bad.name ?? file.name, bad.bytes);
    expect(problems.length).toBeGreaterThan(0);
    const [first] = problems as readonly [ImportProblem, ...ImportProblem[]];
    expect(problems.map(({ message }) => message).join("\n")).toMatch(bad.says);
    if (bad.line === 0) expect(first.line).toBeGreaterThan(0);
    else if (bad.line !== undefined) expect(problems.map(({ line }) => line)).toContain(bad.line);
  });
});

describe.each(Object.entries(GOOD_FILES))("%s", (_, file) => {
  test("is read without a fault, with a byte order mark and the line ends of Windows too", async () => {
    expect(await problemsOf(file.name, bytes(file.text))).toEqual([]);
    expect(await problemsOf(file.name, bytes(`\ufeff${file.text}`))).toEqual([]);
    expect(await problemsOf(file.name, bytes(file.text.replaceAll("\n", "\r\n")))).toEqual([]);
  });
});

const BOMB = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
<testsuites><testsuite name="&lol2;"/></testsuites>
`;

test.each([
  ["an entity bomb", "report.xml", bytes(BOMB), /document type/],
  [
    "an entity of a file",
    "report.xml",
    bytes(BOMB.replace('lol "lol"', 'lol SYSTEM "file:///etc/passwd"')),
    /document type/,
  ],
  [
    "a zip bomb",
    "log.eval",
    zipSync({ "header.json": new Uint8Array(60 * 1024 * 1024) }, { level: 9 }),
    /unpacks to more/,
  ],
  ["a zip without a log in it", "log.eval", zipSync({ "readme.txt": bytes("hello") }), /./],
  ["an archive that is cut off", "log.eval", sample("inspect.eval").subarray(0, 900), /./],
  ["a picture", "out.json", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /./],
  ["a PDF", "bill.csv", bytes("%PDF-1.7\n1 0 obj\n<< >>\nendobj\n"), /./],
])("%s is a fault", async (_, name, content, says) => {
  const problems = await problemsOf(name, content);
  expect(problems.map(({ message }) => message).join("\n")).toMatch(says);
});
