import { describe, expect, test } from "vitest";
import { alikePocs } from "../../../src/app/portfolio/alike-pocs.ts";
import { summarisePoc } from "../../../src/app/portfolio/summarise-poc.ts";
import { asOf, evalOf, records, SOUND, withCharter } from "../../support/records.ts";

function row(title: string, question: string, metric = "Wrong answers") {
  const charter = { title, question, unknowns: [{ question, answeredBy: [] }] };
  const definitions = { ...withCharter(charter, SOUND), evals: [evalOf({ metric, target: "reduction >= 40%" })] };
  const { summary, details } = summarisePoc({ records: records({ definitions }), diagnostics: [] }, asOf("2026-11-20"));
  return { path: `/pocs/${title}`, summary: { ...summary, ...details } };
}

const ROWS = [
  row("retrieval", "Does retrieval cut wrong answers on the policy corpus?", "Wrong answers on safety intents"),
  row("absuche", "Senkt die semantische Suche die Bearbeitungszeit im Kundendienst?", "Bearbeitungszeit je Anfrage"),
  row("invoices", "Can a model read supplier invoices without mistakes?", "Fields read wrong"),
  row("guardrail", "Does the filter stop prompt injection?", "Injections that got through"),
];

const found = (text: string) => alikePocs(text, ROWS).map(({ path }) => path.slice("/pocs/".length));

describe("PoCs that asked alike", () => {
  test.each<[string, string, readonly string[]]>([
    ["the same question", "Does retrieval cut wrong answers on the policy corpus?", ["retrieval"]],
    ["other words around the same", "Would retrieval lower wrong answers about our policies?", ["retrieval"]],
    ["typos", "Does retreival cut wrnog answrs on the polcy corpus?", ["retrieval"]],
    ["German, with other endings", "Senkt semantische Suche Bearbeitungszeiten im Kundendienst?", ["absuche"]],
    ["German without its marks", "Bearbeitungszeit fuer Anfragen", ["absuche"]],
    ["in capitals", "PROMPT INJECTION FILTER", ["guardrail"]],
    ["something else", "How many servers does the warehouse need?", []],
    ["words that say nothing", "Is it good enough for us, and what is the use of it?", []],
    ["one word in common, and “does”, which says nothing", "Does the warehouse filter?", []],
    ["nothing", "  ", []],
  ])("%s", (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("the most alike comes first", () => {
    const rows = [...ROWS, row("answers", "Does a larger model cut wrong answers?")];
    const paths = alikePocs("Does retrieval cut wrong answers on the policy corpus?", rows).map(({ path }) => path);
    expect(paths).toEqual(["/pocs/retrieval", "/pocs/answers"]);
  });

  test("a row that cannot be read is left out", () => {
    expect(alikePocs("retrieval", [{ path: "/pocs/broken", fault: "no rights" }])).toEqual([]);
  });
});
