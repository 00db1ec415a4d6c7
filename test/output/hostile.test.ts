import { describe, expect, test } from "vitest";
import { plainStyle, styleOf, type Style } from "../../src/output/terminal/style.ts";
import { amendAnswer } from "../../src/output/answers/amend-answer.ts";
import { startAnswer } from "../../src/output/answers/start-answer.ts";
import { memoAnswer, verifyAnswer } from "../../src/output/answers/memo-answer.ts";
import { initAnswer } from "../../src/output/answers/init-answer.ts";
import { amendedResult, refusedStart } from "./sample-answers.ts";
import { FORBIDDEN, HOSTILE_TEXTS, withTexts } from "./hostile-texts.ts";
import { SAMPLE_REPORTS } from "./sample-reports.ts";
import { viewsOf } from "./views.ts";

const plain = plainStyle({ columns: 80, unicode: true });

/** Every view, with the hostile text put before and after whatever a person may have written. */
function texts(hostile: string, style: Style): readonly (readonly [string, string])[] {
  const change = (text: string) => hostile + text + hostile;
  const reports = Object.entries(SAMPLE_REPORTS).flatMap(([name, report]) =>
    Object.entries(viewsOf(name, withTexts(report, change))),
  );
  const init = {
    folder: hostile,
    directory: hostile,
    dryRun: false,
    example: false,
    title: hostile,
    completed: false,
    alike: [],
    flagsUnused: false,
    needs: [],
    placeholders: 1,
    triage: undefined,
    files: [{ name: hostile, state: "written" as const }],
  };
  return [
    ...reports.map(([name, view]) => [name, view(style)] as const),
    ["amend", amendAnswer(withTexts(amendedResult, change), style)],
    ["start refused", startAnswer(withTexts(refusedStart, change), style)],
    [
      "memo",
      memoAnswer(
        {
          path: hostile,
          state: "written",
          recommendation: { outcome: "go", rule: "everything-met", reasons: [], alarms: [], onWordOf: [], entries: [] },
        },
        style,
      ),
    ],
    [
      "verify",
      verifyAnswer(
        [{ path: hostile, state: "stale", reason: { code: "entries-since", entries: [hostile], afterDay: false } }],
        style,
      ),
    ],
    ["init", initAnswer(init, style)],
  ];
}

describe("no view lets a hostile text through", () => {
  test("there are enough of them", () => {
    expect(HOSTILE_TEXTS).toHaveLength(36);
  });

  test.each(HOSTILE_TEXTS.map((text) => [JSON.stringify(text), text] as const))("%s", (_name, hostile) => {
    for (const [name, text] of texts(hostile, plain)) {
      expect(FORBIDDEN.exec(text)?.[0], name).toBeUndefined();
      expect(/^FORGED/m.test(text), name).toBe(false);
    }
  });

  test("in colour the only escapes are the tool's own", async () => {
    const style = await styleOf({ colour: 1, columns: 80, unicode: true });
    for (const hostile of HOSTILE_TEXTS) {
      for (const [name, text] of texts(hostile, style))
        // oxlint-disable-next-line no-control-regex -- the colours are taken away before looking
        expect(FORBIDDEN.exec(text.replace(/\x1b\[[0-9;]*m/g, ""))?.[0], name).toBeUndefined();
    }
  });

  test("and with links too, which nothing breaks out of", async () => {
    const links = { host: "ana-laptop", folder: "/work/poc", home: "/home/ana", has: () => true };
    const style = await styleOf({ colour: 0, columns: 80, unicode: true, links });
    for (const hostile of HOSTILE_TEXTS) {
      for (const [name, text] of texts(hostile, style)) {
        // oxlint-disable-next-line no-control-regex -- whole links are taken away before looking
        const rest = text.replace(/\x1b\]8;;[\x21-\x7e]+\x1b\\([^\x1b\n]*)\x1b\]8;;\x1b\\/g, "$1");
        expect(FORBIDDEN.exec(rest)?.[0], name).toBeUndefined();
      }
    }
  });

  test("where only ASCII can be shown nothing else is printed", () => {
    const ascii = plainStyle({ columns: 80, unicode: false });
    for (const [name, text] of texts("漢字 é 👩‍👩‍👧 \u0301", ascii)) {
      if (/json|github|junit/.test(name)) continue;
      expect(/[^\x20-\x7e\n]/.exec(text)?.[0], name).toBeUndefined();
    }
  });

  test("JSON keeps the text itself", () => {
    const text = viewsOf(
      "x",
      withTexts(SAMPLE_REPORTS.running, (old) => `\u202e\x9b\u{e0041}${old}`),
    )["status-x-json"]!(plain);
    expect((JSON.parse(text) as { poc: { title: string } }).poc.title).toBe(
      "\u202e\x9b\u{e0041}Retrieval for the policy assistant",
    );
  });
});
