import { Ajv } from "ajv";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CheckReport } from "../../../src/app/reports/check-report.ts";
import type { LocatedDiagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { valueAt } from "../../../src/diagnostics/place.ts";
import { diagnosticsGithub } from "../../../src/output/diagnostics/diagnostics-github.ts";
import { diagnosticsGitlab } from "../../../src/output/diagnostics/diagnostics-gitlab.ts";
import { diagnosticsJunit } from "../../../src/output/diagnostics/diagnostics-junit.ts";
import { diagnosticsSarif } from "../../../src/output/diagnostics/diagnostics-sarif.ts";
import { HOSTILE_TEXTS } from "../hostile-texts.ts";
import { checkReport, diagnostic, runningReport } from "../sample-reports.ts";
import { SARIF_SCHEMA } from "./sarif-schema.ts";

const reportOf = (diagnostics: readonly LocatedDiagnostic[], place = "") =>
  checkReport({ ...runningReport, diagnostics }, place);
const github = (diagnostics: readonly LocatedDiagnostic[], place?: string) =>
  diagnosticsGithub(reportOf(diagnostics, place).reported);
const noted = (count: number, code: "log-silent" | "invalid-value" | "terms-amended-late") =>
  Array.from({ length: count }, (_, index) =>
    diagnostic(code, "poc.yaml", index + 1, "«x»", `${code} ${index}`, {
      place: valueAt("poc.yaml", `field-${index}`),
    }),
  );

describe("workflow commands", () => {
  test("escape what would end a property or the command", () => {
    const text = github([diagnostic("invalid-value", "a,b:c%.yaml", 1, "«x»", "50 % of\nlines: a, b", { hint: "do" })]);
    expect(text).toBe(
      "::error file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=1,endColumn=2,title=A value cannot be right [invalid-value]::50 %25 of\\nlines: a, b%0Ahint: do\n",
    );
  });

  test("one line each, and a note is a notice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (message, file) => {
        const text = github([diagnostic("terms-amended-late", file, 1, "«x»", message, { hint: message })]);
        expect(text.split("\n")).toHaveLength(2);
        expect(text).toMatch(/^::notice file=[^,:]*,line=1,endLine=1,col=1,endColumn=2,title=[^:,]*::/);
      }),
    );
  });

  test("name no columns for what spans lines: GitHub would refuse them", () => {
    const found = diagnostic("invalid-value", "a.yaml", 1, "«x»", "m");
    const { location } = found;
    expect(github([{ ...found, location: { ...location, span: { ...location.span, endLine: 3 } } }])).toMatch(
      /^::error file=a.yaml,line=1,endLine=3,title=/,
    );
  });
});

describe("GitHub shows ten annotations of a kind", () => {
  const commands = (text: string) => text.split("\n").filter((line) => line.startsWith("::"));

  test("errors come first, whatever the order of the files", () => {
    const text = github([...noted(2, "log-silent"), ...noted(1, "terms-amended-late"), ...noted(2, "invalid-value")]);
    expect(commands(text).map((line) => /^::(\w+)/.exec(line)?.[1])).toEqual([
      "error",
      "error",
      "warning",
      "warning",
      "notice",
    ]);
  });

  test.each([
    [10, 10, 9, 0],
    [11, 0, 0, 1],
    [10, 13, 12, 6],
  ])("%i errors, %i warnings, %i notes: %i are left out, and counted", (errors, warnings, notes, left) => {
    const text = github([
      ...noted(warnings, "log-silent"),
      ...noted(notes, "terms-amended-late"),
      ...noted(errors, "invalid-value"),
    ]);
    const kinds = (kind: string) => commands(text).filter((line) => line.startsWith(`::${kind} `)).length;
    expect(Math.max(kinds("error"), kinds("warning"), kinds("notice"))).toBeLessThanOrEqual(10);
    expect(text.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(left);
    expect(text.includes(` without an annotation::`)).toBe(left > 0);
  });

  test("what is left out is no command, whatever it says", () => {
    const text = github([
      ...noted(10, "invalid-value"),
      diagnostic("invalid-value", "::error::x", 1, "«x»", "\n::error::y"),
    ]);
    expect(commands(text)).toHaveLength(11);
  });
});

describe("fingerprints", () => {
  const prints = (...found: readonly LocatedDiagnostic[]) =>
    reportOf(found, "pocs/a").reported.map(({ fingerprint }) => fingerprint);
  const missed = (message: string, row = 3) =>
    diagnostic("spend-cap-breached", "poc.yaml", row, "«a»", message, { place: valueAt("poc.yaml", "spend_cap") });

  test("do not change with the figures of the day, nor with the line", () => {
    expect(prints(missed("2,061.79 EUR"))).toEqual(prints(missed("2,140.00 EUR", 9)));
  });

  test("differ by code, file, field and PoC", () => {
    const other = { ...missed("x"), place: valueAt("poc.yaml", "hours_cap") };
    const code = { ...missed("x"), code: "log-silent" } as const;
    const [elsewhere] = reportOf([missed("x")], "pocs/b").reported;
    const all = [...prints(missed("x"), other, code), elsewhere?.fingerprint];
    expect(new Set(all).size).toBe(4);
  });

  test("two of one code at one place both appear", () => {
    expect(new Set(prints(missed("x"), missed("y"))).size).toBe(2);
  });
});

const FORMATS: Readonly<Record<string, (report: CheckReport) => string>> = {
  sarif: (report) => diagnosticsSarif(report, "1.2.3", 1),
  gitlab: diagnosticsGitlab,
  junit: diagnosticsJunit,
};

describe("SARIF", () => {
  const valid = new Ajv({ allErrors: true }).compile(SARIF_SCHEMA);
  const faults = (text: string) => (valid(JSON.parse(text)) ? [] : valid.errors);

  test.each(HOSTILE_TEXTS.map((text) => [text]))("of %j is what the standard and GitHub ask for", (text) => {
    const found = diagnostic("invalid-value", `a b/${text}.yaml`, 2, "a: «x»", text, {
      hint: text,
      relatedLocations: [{ ...diagnostic("log-silent", "poc.yaml", 1, "«x»", "").location, label: text }],
    });
    expect(faults(diagnosticsSarif(reportOf([found], "my pocs/ä"), "1.2.3", 3))).toEqual([]);
  });

  test("of nothing is a run without results", () => {
    expect(faults(diagnosticsSarif(reportOf([]), "1.2.3", 0))).toEqual([]);
  });

  test("names files by a URI without dots that go up", () => {
    const text = diagnosticsSarif(
      reportOf([diagnostic("invalid-value", "log/a b.yaml", 2, "a: «x»", "m")], "pö c"),
      "1",
      1,
    );
    expect(text).toContain('"uri": "p%C3%B6%20c/log/a%20b.yaml"');
  });

  test("quotes no source line", () => {
    expect(
      diagnosticsSarif(reportOf([diagnostic("invalid-value", "a.yaml", 2, "key: «hunter2»", "m")]), "1", 1),
    ).not.toContain("hunter2");
  });
});

describe("JUnit", () => {
  const ATTRIBUTE = ` [a-z]+="(?:[^"<&\n]|&(?:amp|lt|gt|quot|#10);)*"`;
  const XML = new RegExp(
    `^<\\?xml version="1.0" encoding="UTF-8"\\?>\n(?:<[a-z]+(?:${ATTRIBUTE})*/?>|</[a-z]+>|[^<&>]|&(?:amp|lt|gt);)*$`,
  );
  // oxlint-disable-next-line no-control-regex -- XML has no place for these
  const NO_XML = /[^\x09\x0a\x0d\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

  test("is XML, whatever people wrote", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (message, file) => {
        const text = diagnosticsJunit(
          reportOf([diagnostic("invalid-value", file, 1, "«x»", message, { hint: message })]),
        );
        expect(text).toMatch(XML);
        expect(text).not.toMatch(NO_XML);
      }),
    );
  });

  test("an error cannot be judged, a failure fails, the rest is skipped", () => {
    const text = diagnosticsJunit(
      reportOf([
        ...noted(2, "invalid-value"),
        ...noted(3, "log-silent"),
        diagnostic("terms-drift", "a.yaml", 1, "«x»", ""),
      ]),
    );
    expect(text).toContain('tests="6" failures="1" errors="2" skipped="3"');
    expect(text.match(/<(error|failure|skipped) /g)).toHaveLength(6);
  });

  test("no two cases have one name", () => {
    const same = diagnostic("invalid-value", "a.yaml", 1, "«x»", "m");
    const names = [...diagnosticsJunit(reportOf([same, same, same])).matchAll(/<testcase [^>]* name="([^"]*)"/g)];
    expect(new Set(names.map(([, name]) => name)).size).toBe(3);
  });

  test("nothing wrong is a case that passes", () => {
    expect(diagnosticsJunit(reportOf([]))).toContain('<testcase classname="poc.yaml" name="nothing wrong"/>');
  });
});

test("Code Quality has one entry a problem, with the words of GitLab", () => {
  const entries = JSON.parse(
    diagnosticsGitlab(
      reportOf([...noted(1, "invalid-value"), ...noted(1, "log-silent"), ...noted(1, "terms-amended-late")], "p"),
    ),
  ) as readonly { readonly severity: string; readonly fingerprint: string; readonly location: unknown }[];
  expect(entries.map(({ severity }) => severity)).toEqual(["major", "minor", "info"]);
  expect(entries[0]?.location).toEqual({ path: "p/poc.yaml", lines: { begin: 1 } });
  expect(diagnosticsGitlab(reportOf([]))).toBe("[]\n");
});

test.each(Object.entries(FORMATS))("%s says nothing that depends on the machine", (_name, format) => {
  const found = noted(2, "invalid-value");
  const here = format(reportOf(found, "pocs/a"));
  expect(here).toBe(format({ ...reportOf(found, "pocs/a"), folder: "/somewhere/else" }));
  expect(here).not.toContain(runningReport.folder);
});
