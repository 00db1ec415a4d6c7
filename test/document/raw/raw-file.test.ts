import { describe, expect, test } from "vitest";
import { encodingFault, isRawFault, readRawFile } from "../../../src/document/raw/raw-file.ts";

/** A column with the lines of its cells: `1:a`; or what is wrong: `line: message`. */
function columnOf(name: string, text: string, column: string): readonly string[] | string {
  const raw = readRawFile(name, text);
  if (isRawFault(raw)) return `${raw.line}: ${raw.message}`;
  return raw.column(column)?.map((cell) => `${cell.line}:${cell.text}`) ?? "none";
}

describe("comma-separated values", () => {
  test.each<[string, string, string, readonly string[] | string]>([
    ["a heading and cells", "a,b\n1,2\n3,4\n", "b", ["2:2", "3:4"]],
    ["no line end at the end", "a,b\n1,2", "a", ["2:1"]],
    ["CRLF", "a,b\r\n1,2\r\n3,\r\n", "b", ["2:2", "3:"]],
    [
      "quotes around a comma, a quote and a line end",
      'a,b\n"1, one","say ""x"""\n"two\nlines",4\n5,6\n',
      "b",
      ['2:say "x"', "3:4", "5:6"],
    ],
    ["quotes at the end of a CRLF line", 'a,"b"\r\n1,"2"\r\n', "b", ["2:2"]],
    ["an empty cell at the end of the text", "a,b\n1,", "b", ["2:"]],
    ["names with blanks around", "a , b\n1,2\n", "b", ["2:2"]],
    ["empty lines at the end", "a\n1\n\n\n", "a", ["2:1"]],
    ["an empty line between is an empty cell of the only column", "a\n1\n\n2\n", "a", ["2:1", "3:", "4:2"]],
    ["a bare column of numbers", "1.5\n2\n", "", ["1:1.5", "2:2"]],
    ["a bare column of truth values", "true\nfalse\n", "", ["1:true", "2:false"]],
    ["no such column", "a,b\n1,2\n", "c", "none"],
    ["a row that is too short", "a,b\n1,2\n3\n", "b", "3: found 1 cell, expected 2 as in the first line"],
    ["an empty line between, in a table", "a,b\n1,2\n\n3,4\n", "b", "3: found 1 cell, expected 2 as in the first line"],
    ["a decimal comma", "a\n1,5\n", "a", "2: found 2 cells, expected 1 as in the first line"],
    ["a quote that is not closed", 'a,b\n1,"2\n3,4\n', "b", "2: found a quote that is never closed"],
    [
      "text after a closing quote",
      'a,b\n1,"2"x\n',
      "b",
      '2: found "x" after a closing quote, expected a comma or the end of the line',
    ],
    ["a quote within a cell", 'a,b\n1,2"\n', "b", "2: found a quote inside a cell"],
    ["a heading and no cases", "a,b\n", "a", "1: found a heading and no cases"],
    ["two columns of one name", "a,a\n1,2\n", "a", '1: found two columns called "a", expected different names'],
    ["nothing", " \n", "a", "undefined: it is empty, expected one case a line"],
  ])("%s", (_, text, column, expected) => {
    expect(columnOf("x.csv", text, column)).toEqual(expected);
  });
});

describe("JSON line by line", () => {
  test.each<[string, string, string, readonly string[] | string]>([
    ["fields of objects", '{"s":1.5,"ok":true}\n{"s":2e-3,"ok":false}\n', "s", ["1:1.5", "2:0.002"]],
    ["truth values, texts, null", '{"a":true}\n{"a":"pass"}\n{"a":null}\n', "a", ["1:true", "2:pass", "3:"]],
    ["a field that a line lacks", '{"a":1}\n{"b":1}\n', "a", ["1:1", "2:undefined"]],
    ["fields of fields", '{"m":{"s":1}}\n{"m":{"s":2}}\n', "m.s", ["1:1", "2:2"]],
    ["a field that is called so", '{"m.s":1}\n', "m.s", ["1:1"]],
    ["a name of JavaScript's own", '{"a":1}\n', "constructor", "none"],
    ["empty lines are none", '\n{"a":1}\r\n\r\n{"a":2}\r\n', "a", ["2:1", "4:2"]],
    ["bare values", "1\n2.5\n", "", ["1:1", "2:2.5"]],
    ["a list is no value", '{"a":[1]}\n', "a", ["1:[1]"]],
    ["no such field", '{"a":1}\n', "b", "none"],
    ["no JSON", '{"a":1}\n{"a":\n', "a", "2: found no JSON, expected one value or object a line"],
    ["NaN as Python writes it", '{"a":1}\n{"a":NaN}\n', "a", "2: found NaN, which is neither JSON nor a number"],
    ["values among objects", '{"a":1}\n2\n', "a", "2: found bare values among objects, expected one or the other"],
  ])("%s", (_, text, column, expected) => {
    expect(columnOf("x.jsonl", text, column)).toEqual(expected);
  });

  test("is known by its first character where the name says nothing", () => {
    expect(columnOf("run.log", '{"a":1}\n', "a")).toEqual(["1:1"]);
    expect(columnOf("run.txt", "a\n1\n", "a")).toEqual(["2:1"]);
  });
});

test("bytes that are not UTF-8 are found in their line", () => {
  expect(encodingFault(new Uint8Array([0x61, 0x0a, 0x62, 0xff, 0x0a]))).toMatchObject({ line: 2 });
  expect(encodingFault(new Uint8Array([0xff, 0xfe, 0x61, 0x00])).hint).toMatch(/UTF-16/);
});
