import { must, amendedResult, refusedStart } from "./sample-answers.ts";
import { SIX_DAYS } from "./sample-records.ts";
import { checkReport, SAMPLE_REPORTS } from "./sample-reports.ts";
import { amendAnswer } from "../../src/output/answers/amend-answer.ts";
import { checklistText } from "../../src/output/views/checklist-text.ts";
import { codesText, explainText } from "../../src/output/diagnostics/explain-text.ts";
import { decideAnswer } from "../../src/output/answers/decide-answer.ts";
import { diagnosticsGithub } from "../../src/output/diagnostics/diagnostics-github.ts";
import { diagnosticsGitlab } from "../../src/output/diagnostics/diagnostics-gitlab.ts";
import { diagnosticsJunit } from "../../src/output/diagnostics/diagnostics-junit.ts";
import { diagnosticsSarif } from "../../src/output/diagnostics/diagnostics-sarif.ts";
import { entryJson } from "../../src/output/json/entry-json.ts";
import { envelopeJson } from "../../src/output/json/envelope-json.ts";
import { initAnswer } from "../../src/output/answers/init-answer.ts";
import { logAnswer } from "../../src/output/answers/log-answer.ts";
import { memoAnswer, verifyAnswer } from "../../src/output/answers/memo-answer.ts";
import { planJson } from "../../src/output/json/plan-json.ts";
import { planText } from "../../src/output/views/plan-text.ts";
import { showText } from "../../src/output/views/show-text.ts";
import { standingJson } from "../../src/output/json/standing-json.ts";
import { startAnswer } from "../../src/output/answers/start-answer.ts";
import { statusText } from "../../src/output/views/status-text.ts";
import type { Style } from "../../src/output/terminal/style.ts";
import { undoAnswer } from "../../src/output/answers/undo-answer.ts";
import { valueText } from "../../src/output/views/value-text.ts";
import type { PlannedEval } from "../../src/app/agreement/plan-evals.ts";
import { spreadOf } from "../../src/domain/planning/assumed-truth.ts";
import { casesToSettle } from "../../src/domain/planning/cases-to-settle.ts";
import { evalPlan } from "../../src/domain/planning/plan.ts";
import { procedureCost } from "../../src/domain/planning/procedure-cost.ts";
import { planLevers } from "../../src/domain/planning/plan-levers.ts";
import type { Standing } from "../../src/domain/standing/standing.ts";
import type { Report } from "../../src/app/poc/report.ts";
import { goesAgainst } from "../../src/domain/standing/decision.ts";
import type { ListedChecklist } from "../../src/app/checklists/list-checklists.ts";
import { checklistStanding } from "../../src/domain/standing/checklist.ts";
import { decimal } from "../../src/domain/scalars/decimal.ts";
import { actionsByRole, nextActions } from "../../src/domain/next/next-actions.ts";
import { checklistsText } from "../../src/output/views/checklists-text.ts";
import { nextJson } from "../../src/output/json/next-json.ts";
import { nextText } from "../../src/output/views/next-text.ts";
import { planToRun, runAnswer } from "../../src/output/answers/run-answer.ts";
import { checklistOf, SHIPPED_CHECKLISTS, shippedChecklist } from "../support/checklists.ts";
import { checkText } from "../../src/output/diagnostics/check-text.ts";

const CWD = "/home/ana";

/** Every view of a report, by the name of its golden file. */
export function viewsOf(name: string, report: Report): Readonly<Record<string, (style: Style) => string>> {
  const { standing } = report;
  const entries = [...standing.log.counted];
  const last = entries.at(-1);
  return {
    [`status-${name}`]: (style) => statusText(report, style),
    [`check-${name}`]: (style) => checkText(report, style, { prefix: "" }),
    [`check-${name}-github`]: () => diagnosticsGithub(checkReport(report).reported),
    [`check-${name}-gitlab-json`]: () => diagnosticsGitlab(checkReport(report)),
    [`check-${name}-junit`]: () => diagnosticsJunit(checkReport(report)),
    [`check-${name}-sarif-json`]: () => diagnosticsSarif(checkReport(report), "1.2.3", 1),
    [`status-${name}-json`]: () => envelopeJson("status", report, standingJson(standing), CWD),
    [`plan-${name}`]: (style) => planText({ standing, plans: plansOf(standing), imagined: false }, style),
    [`plan-${name}-json`]: () =>
      envelopeJson("plan", report, planJson({ plans: plansOf(standing), imagined: true }), CWD),
    [`value-${name}`]: (style) => valueText({ standing, value: standing.value, changes: [] }, style),
    [`checklist-${name}`]: (style) => checklistText(standing.exitCriteria, style),
    [`checklists-${name}`]: (style) => checklistsText({ lists: listed(standing) }, style),
    [`checklist-${name}-release`]: (style) => checklistText(checklistStanding(RELEASE, standing), style),
    [`next-${name}`]: (style) => nextText({ standing, roles: rolesOf(standing) }, style),
    [`next-${name}-json`]: () => envelopeJson("next", report, nextJson({ roles: rolesOf(standing) }), CWD),
    [`show-${name}`]: (style) => showText({ standing, entries, single: false }, style),
    ...(last === undefined
      ? {}
      : {
          [`show-${name}-one`]: (style: Style) => showText({ standing, entries: [last], single: true }, style),
          [`log-${name}`]: (style: Style) => logAnswer({ standing, before: standing, entry: last }, style),
          [`undo-${name}`]: (style: Style) =>
            undoAnswer(
              {
                standing,
                before: standing,
                entry: { ...last, undo: { entry: entries[0]!.id, reason: "mistyped" } },
                corrected: entries[0]!,
              },
              style,
            ),
          [`log-${name}-json`]: () =>
            envelopeJson("log", report, { entry: entryJson(last, standing), file: last.file, readings: [] }, CWD),
        }),
    ...(standing.started === undefined
      ? {}
      : {
          [`start-${name}`]: (style: Style) =>
            startAnswer(
              {
                entry: standing.started,
                edited: [],
                pathOnly: [],
                warnings: [],
                refusals: [],
                standing,
                plans: plansOf(standing).map(({ plan }) => plan),
              },
              style,
            ),
        }),
    ...(standing.decision.current === undefined
      ? {}
      : {
          [`decide-${name}`]: (style: Style) =>
            decideAnswer(
              {
                ...standing.decision.current!,
                against: goesAgainst(standing.decision.current!.decision.outcome, standing.recommendation.outcome),
                standing,
              },
              style,
            ),
        }),
  };
}

const PLANNED = {
  item: { id: "tests", text: "Tests pass", closedBy: "", attestable: false },
  id: "release.tests",
  command: "npm test",
  cwd: "",
  folder: "/work",
};

const RELEASE = checklistOf(
  "release",
  "checklist: release\ntitle: Release\nasked: after-go\nitems:\n  - {id: tests, text: Tests pass, check: npm test, role: engineer}\n  - {id: boss, text: Somebody has looked at it, by: person, role: owner}\n",
);

function listed(standing: Standing): readonly ListedChecklist[] {
  const lists = SHIPPED_CHECKLISTS.map((name): ListedChecklist => ({
    found: { name, origin: "shipped", file: undefined, checklist: undefined, diagnostics: [] },
    standing: checklistStanding(shippedChecklist(name), standing),
  }));
  const own = {
    name: "release",
    origin: "poc" as const,
    file: "templates/checklists/release.yaml",
    checklist: RELEASE,
    diagnostics: [],
  };
  return [
    ...lists,
    { found: own, standing: checklistStanding(RELEASE, standing) },
    { found: { ...own, name: "broken", checklist: undefined }, standing: undefined },
  ];
}

function rolesOf(standing: Standing) {
  const lists = [...SHIPPED_CHECKLISTS.filter((name) => name !== "exit").map(shippedChecklist), RELEASE];
  return actionsByRole(
    nextActions(standing, { lists: lists.map((list) => checklistStanding(list, standing)) }),
    standing,
  );
}

function plansOf({ definitions, evals }: Standing): readonly PlannedEval[] {
  const confidence = definitions.charter?.confidence ?? 0.95;
  return definitions.evals.map((item) => {
    const spread = spreadOf(evals, item);
    const plan = evalPlan(item, confidence, spread);
    const standing = evals.find((candidate) => candidate.eval === item);
    return {
      plan,
      levers: planLevers(plan, spread),
      standing,
      cost: procedureCost(plan, spread),
      needed: standing && casesToSettle(standing),
    };
  });
}

/** Views that are not of a report. */
export const OTHER_VIEWS: Readonly<Record<string, (style: Style) => string>> = {
  "show-withdrawn": (style) =>
    showText({ standing: SAMPLE_REPORTS.running.standing, entries: SIX_DAYS.slice(3, 6), single: false }, style),
  explain: (style) => explainText("kill-criterion-tripped", style),
  codes: (style) => codesText(style),
  amend: (style) => amendAnswer(amendedResult, style),
  "start-refused": (style) => startAnswer(refusedStart, style),
  memo: (style) =>
    memoAnswer(
      {
        path: "memos/decision-2026-12-04.md",
        state: "written",
        recommendation: must(refusedStart.standing).recommendation,
      },
      style,
    ),
  "memo-verify": (style) =>
    verifyAnswer(
      [
        { path: "memos/decision-2026-12-04.md", state: "current" },
        {
          path: "memos/decision-2026-12-03.md",
          state: "stale",
          reason: { code: "entries-since", entries: ["c9d0e1f"], afterDay: true },
        },
        { path: "memos/notes.md", state: "foreign" },
      ],
      style,
    ),
  run: (style) => planToRun([PLANNED, { ...PLANNED, cwd: "../service" }], "templates/checklists/release.yaml", style),
  "run-answer": (style) =>
    runAnswer(
      {
        entry: SIX_DAYS[0],
        cancelled: true,
        runs: [
          {
            run: {
              item: "release.tests",
              command: "npm test",
              exit: 0,
              seconds: decimal(41),
              output: "runs/a1b2c3d-tests.txt",
            },
            redacted: [],
          },
          {
            run: { item: "release.lint", command: "npm run lint", exit: 2, seconds: decimal(3) },
            redacted: ["an AWS access key"],
          },
          {
            run: { item: "release.load", command: "./load.sh", stopped: "time-limit", seconds: decimal(600) },
            redacted: [],
          },
        ],
      },
      style,
    ),
  init: (style) =>
    initAnswer(
      {
        folder: "/home/ana/retrieval poc",
        directory: "retrieval poc",
        dryRun: false,
        example: false,
        title: "Retrieval for the policy assistant",
        completed: false,
        alike: [],
        flagsUnused: false,
        needs: [
          { need: "people", parts: [] },
          { need: "end", parts: [] },
        ],
        placeholders: 7,
        triage: { advice: "not-yet", because: ["no sponsor", "no MVP budget"] },
        files: [
          ...["poc.yaml", "evals.yaml", "kill-criteria.yaml", "assumptions.yaml", "value.yaml", "risks.yaml"].map(
            (file) => ({ name: file, state: "written" as const }),
          ),
          { name: "costs.yaml", state: "kept" },
          { name: ".schemas/poc.json", state: "written" },
          { name: ".schemas/evals.json", state: "written" },
        ],
      },
      style,
    ),
};
