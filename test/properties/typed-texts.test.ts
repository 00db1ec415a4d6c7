import * as fc from "fast-check";
import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { runs } from "../support/properties.ts";
import { run, world } from "../support/run.ts";
import { hostileText } from "./arbitrary-entry.ts";

/** What a keyboard, a clipboard and a shell bring along: blanks that are none, marks, emoji, line ends, controls. */
const typedText: fc.Arbitrary<string> = fc.oneof(
  hostileText,
  fc.constantFrom(
    "",
    " ",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\u2066a\u2069",
    "👩‍🔬 ok",
    "a\r\nb",
    "\r",
    "\u001b[31mred",
    "\ufeffa",
    "e\u0301",
    "\u0085",
    "\u2028",
    "=",
    ":",
    "#",
    "-",
    "x".repeat(65_537),
  ),
  fc
    .array(fc.constantFrom("a", "1", "0.5", "€", ",", ".", ":", " ", "\u00a0", "=", "x", "/", "\n", "\t", "h", "%"), {
      maxLength: 8,
    })
    .map((parts) => parts.join("")),
);

/** A flag of `poc log` with something behind it; what the others need is beside it. */
const typed: fc.Arbitrary<readonly string[]> = fc.oneof(
  ...[
    ["--spend"],
    ["--hours"],
    ["--meeting"],
    ["--eval"],
    ["--assume"],
    ["--risk"],
    ["--answer"],
    ["--attest"],
    ["--tasks"],
    ["--tokens"],
    ["--by"],
    ["--date"],
    ["--at"],
    ["--spend", "1", "--category"],
    ["--spend", "1", "--basis"],
    ["--spend", "1", "--replaces"],
    ["--eval", "wrong-rate=22/200", "--arm"],
    ["--eval", "wrong-rate=22/200", "--model"],
    ["--eval", "wrong-rate=22/200", "--evidence"],
    ["--eval", "wrong-rate=22/200", "--dataset"],
    ["--tasks", "1/2", "--latency"],
    ["--tasks", "1/2", "--review"],
  ].map((flags) => typedText.map((text) => [...flags, text])),
  ...["12:tokens:", "2h:", "1:", "12 EUR:"].map((start) => typedText.map((text) => ["--spend", start + text])),
  typedText.map((text) => ["--hours", `2h: ${text}`]),
  typedText.map((text) => ["--meeting", `1x4: ${text}`]),
  typedText.map((text) => ["--risk", `new-risk=high: ${text}`]),
  typedText.map((text) => ["--tasks", `1/2:${text}`]),
  typedText.map((text) => ["--attest", `exit.committed=SEC-118 ${text}`]),
);

test("whatever is typed is stored and read back, or refused with a reason of its own", async () => {
  await fc.assert(
    fc.asyncProperty(typedText, typed, async (text, flags) => {
      const disk = diskWithPoc();
      const { exitCode, stderr } = await run(["log", text, ...flags], world({ disk }));
      expect(stderr).not.toContain("would not read back");
      expect([0, 1, 2]).toContain(exitCode);
    }),
    { numRuns: runs(300) },
  );
});

test("the reasons of undo and amend too", async () => {
  await fc.assert(
    fc.asyncProperty(typedText, async (text) => {
      const disk = diskWithPoc();
      const here = world({ disk });
      await run(["log", "x"], here);
      const undone = await run(["undo", "--yes", "--reason", text], here);
      expect(undone.stderr).not.toContain("would not read back");
      const amended = await run(["amend", "--set", "spend_cap=2500 EUR", "--reason", text, "--approver", text], here);
      expect(amended.stderr).not.toContain("would not read back");
    }),
    { numRuns: runs(60) },
  );
});
