import { describe, expect, test } from "vitest";
import type { Context } from "../../../src/app/ports/ports.ts";
import { progressOf } from "../../../src/app/ports/progress.ts";

/** A terminal that keeps what was written, and a clock that the test turns. */
function place(errIsTerminal = true, columns = 80) {
  const written: string[] = [];
  let now = 0;
  const terminal: Context["terminal"] = {
    out: () => {},
    err: (text) => void written.push(text),
    outIsTerminal: true,
    errIsTerminal,
    inIsTerminal: true,
    columns,
    readInput: () => "",
  };
  return { terminal, clock: { now: () => now }, written, wait: (ms: number) => (now += ms) };
}

describe("progress", () => {
  test("what is done within a second shows nothing", () => {
    const here = place();
    const progress = progressOf(here, "Reading runs.csv");
    for (let done = 1; done <= 9; done++) {
      here.wait(100);
      progress.tell(done, 9);
    }
    progress.end();
    expect(here.written).toEqual([]);
  });

  test("after a second it says how far it is, ten times a second, and its line is taken away", () => {
    const here = place();
    const progress = progressOf(here, "Reading runs.csv");
    here.wait(1000);
    progress.tell(30, 100);
    here.wait(50);
    progress.tell(31, 100);
    here.wait(50);
    progress.tell(32, 100);
    progress.end();
    progress.end();
    expect(here.written).toEqual(["\rReading runs.csv: 30%", "\rReading runs.csv: 32%", `\r${" ".repeat(21)}\r`]);
  });

  test("what is known to be slow says so at once", () => {
    const here = place();
    const progress = progressOf(here, "Printing the PDF", { slow: true });
    progress.end();
    expect(here.written).toEqual(["\rPrinting the PDF …", `\r${" ".repeat(18)}\r`]);
  });

  test("a narrow terminal is never wrapped", () => {
    const here = place(true, 12);
    progressOf(here, "Printing the PDF", { slow: true });
    expect(here.written).toEqual(["\rPrinting th"]);
  });

  test("where standard error is no terminal it is silent", () => {
    const here = place(false);
    const progress = progressOf(here, "Printing the PDF", { slow: true });
    here.wait(5000);
    progress.tell(1, 2);
    progress.end();
    expect(here.written).toEqual([]);
  });
});
