import { createHash } from "node:crypto";
import type { Report } from "../../src/app/poc/report.ts";
import { reportedOf, type CheckReport } from "../../src/app/reports/check-report.ts";
import { Sources } from "../../src/document/places/sources.ts";
import type { LocatedDiagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Code } from "../../src/diagnostics/catalogue.ts";
import { valueAt } from "../../src/diagnostics/place.ts";
import { parseTarget } from "../../src/domain/scalars/target.ts";
import type { Definitions } from "../../src/domain/records/records.ts";
import { NO_COSTS } from "../../src/domain/records/costs.ts";
import { date, MARTA, money } from "../support/records.ts";
import { count, entry, RETRIEVAL, SIX_DAYS, records, spend, standing } from "./sample-records.ts";

/** A diagnostic on one line of a file: `source` with the part between « and » marked. */
export function diagnostic(
  code: Code,
  file: string,
  row: number,
  source: string,
  message: string,
  more: Partial<LocatedDiagnostic> = {},
): LocatedDiagnostic {
  const from = source.indexOf("«");
  const to = source.indexOf("»") - 1;
  const text = source.replace(/[«»]/g, "");
  const span = { line: row, column: from + 1, endLine: row, endColumn: to + 1 };
  return { code, message, place: valueAt(file), location: { file, span, source: text }, relatedLocations: [], ...more };
}

const FOUND: readonly LocatedDiagnostic[] = [
  diagnostic(
    "terms-drift",
    "evals.yaml",
    8,
    "  target: «reduction >= 20%»",
    "target of wrong-rate was frozen as reduction >= 40% and now is reduction >= 20%",
    {
      place: valueAt("evals.yaml", "wrong-rate", "target"),
      hint: "poc amend records the change with its reason and approver",
    },
  ),
  diagnostic(
    "kill-criterion-overdue",
    "kill-criteria.yaml",
    3,
    "  when: «wrong-rate > 18%»",
    "no-better-than-search was due on Wed 2 Dec and is not settled",
    {
      relatedLocations: [
        {
          file: "log/2026-11-25-1620-entry-c3d4e5f.yaml",
          span: { line: 4, column: 11, endLine: 4, endColumn: 21 },
          source: 'results: [{"eval": "wrong-rate", "count": "12/120"}]',
          label: "the result it is judged on",
        },
      ],
    },
  ),
  diagnostic("log-silent", "poc.yaml", 1, "«version»: 1", "nothing was logged since Mon 30 Nov"),
];

const folder = "/home/ana/retrieval-poc";

export const runningReport: Report = {
  folder,
  standing: standing(records(RETRIEVAL, SIX_DAYS), "2026-11-30"),
  diagnostics: [],
  ofRecords: [],
};

const driftedEvals = RETRIEVAL.evals.map((item) => {
  const target = parseTarget("reduction >= 20%");
  return item.id === "wrong-rate" && target.ok ? { ...item, target: target.value } : item;
});
const drifted: Definitions = {
  ...RETRIEVAL,
  evals: driftedEvals,
  charter: { ...RETRIEVAL.charter!, spendCap: money("2600 EUR") },
};

/** Over the cap, drifting, a criterion overdue, looked at from a later day. */
export const troubledReport: Report = {
  folder,
  standing: standing(
    records(drifted, [
      ...SIX_DAYS,
      entry("b8c9d0e", "2026-12-01", { spend: [spend("690.00 EUR", "infrastructure"), spend("90.00 GBP", "data")] }),
    ]),
    "2026-12-03",
    false,
  ),
  diagnostics: FOUND,
  ofRecords: [],
};

const done = [
  ...SIX_DAYS,
  entry("c9d0e1f", "2026-12-02", {
    results: [count("wrong-rate", "14/400", "reranker-k8"), count("latency", "398/400")],
    spend: [spend("120.00 EUR")],
  }),
  entry("d0e1f2a", "2026-12-04", {
    attest: [
      { item: "exit.committed", evidence: "https://example.com/minutes/17" },
      { item: "exit.value-signal", evidence: "https://example.com/case" },
    ],
  }),
];

/** Decided with conditions, on the last day. */
export const decidedReport: Report = {
  folder,
  standing: standing(
    records(RETRIEVAL, [
      ...done,
      entry(
        "e1f2a3b",
        "2026-12-04T17:30",
        {
          decision: {
            outcome: "conditional",
            by: MARTA,
            why: "Wrong answers fell by more than half, at half the price of an answer.",
            recommended: "keep-going",
            rule: "exit-criteria-open",
            conditions: [
              { what: "security review passed", owner: MARTA, by: date("2026-12-18") },
              { what: "traces are redacted" },
            ],
          },
        },
        MARTA,
      ),
    ]),
    "2026-12-07",
  ),
  diagnostics: [],
  ofRecords: [],
};

/** Just scaffolded: most of it left for later. */
const draft: Definitions = {
  charter: {
    title: "Summaries of support calls",
    unknowns: [{ question: "Are summaries good enough to skip listening?", answeredBy: [] }],
    motivations: [],
    timebox: RETRIEVAL.charter!.timebox!,
    productionStack: [],
    pocStack: [],
    confidence: 0.95,
    showHoursBy: "team",
  },
  assumptions: [{ id: "calls-are-transcribed", testedBy: [] }],
  evals: [{ id: "accepted", measure: "proportion", better: "higher", primary: true }],
  killCriteria: [{ id: "not-good-enough" }],
  costs: NO_COSTS,
  value: {},
  risks: RETRIEVAL.risks,
};

export const draftReport: Report = {
  folder,
  standing: standing(
    records(draft, [], {
      placeholders: [
        { place: valueAt("poc.yaml", "owner"), text: "TBD" },
        { place: valueAt("poc.yaml", "sponsor"), text: "TBD" },
        { place: valueAt("poc.yaml", "spend_cap"), text: "TBD" },
        { place: valueAt("evals.yaml", "accepted", "target"), text: "TBD" },
        { place: valueAt("evals.yaml", "accepted", "baseline"), text: "TBD" },
        { place: valueAt("kill-criteria.yaml", "not-good-enough", "when"), text: "TBD" },
      ],
    }),
    "2026-11-20",
  ),
  diagnostics: FOUND.slice(2),
  ofRecords: [],
};

/** Nothing in the folder can be read. */
export const brokenReport: Report = {
  folder,
  standing: standing(
    records({ assumptions: [], evals: [], killCriteria: [], costs: NO_COSTS, value: {}, risks: [] }, [], {
      unreadable: [valueAt("poc.yaml"), valueAt("evals.yaml", 0, "target"), valueAt("evals.yaml", 2)],
    }),
    "2026-11-25",
  ),
  diagnostics: [diagnostic("invalid-yaml", "poc.yaml", 3, "title: «[»", "the list that begins here never ends")],
  ofRecords: [],
};

export const SAMPLE_REPORTS = {
  running: runningReport,
  troubled: troubledReport,
  decided: decidedReport,
  draft: draftReport,
  broken: brokenReport,
} as const;

/** A report as other programs get it, of a PoC in a folder of a repository. */
export function checkReport(report: Report, place = "pocs/retrieval"): CheckReport {
  const sha256 = (text: string | Uint8Array | Iterable<string>) =>
    createHash("sha256")
      .update(typeof text === "string" || text instanceof Uint8Array ? text : [...text].join(""))
      .digest("hex");
  const sources = new Sources([], () => undefined);
  const naming = { place, folder: `/work/${place}`, sources, sha256, failOn: "error" } as const;
  return { ...report, place, reported: reportedOf(report.diagnostics, naming) };
}
