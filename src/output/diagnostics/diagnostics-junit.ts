import { catalogueEntry } from "../../diagnostics/catalogue.ts";
import { pathText } from "../../diagnostics/place.ts";
import type { CheckReport, ReportedDiagnostic } from "../../app/reports/check-report.ts";
import { safe } from "../terminal/safe.ts";

/**
 * JUnit XML: a test case for each problem. What cannot be read or judged is an error; what else makes the check fail, a
 * failure; the rest is skipped, with its message. Readers know a case by its class and name and drop the second of
 * that name, so each is named once: file, then code and field. Where nothing is wrong, one case says so, for an empty
 * suite is a fault to some readers.
 */
export function diagnosticsJunit({ reported, place, standing }: CheckReport): string {
  const names = new Set<string>();
  const cases = reported.map((diagnostic) => testCase(diagnostic, names));
  const charter = attribute(safe(place === "" ? "poc.yaml" : `${place}/poc.yaml`));
  const fine = `    <testcase classname="${charter}" name="nothing wrong"/>`;
  const counts = {
    tests: Math.max(1, cases.length),
    failures: cases.filter(({ outcome }) => outcome === "failure").length,
    errors: cases.filter(({ outcome }) => outcome === "error").length,
    skipped: cases.filter(({ outcome }) => outcome === "skipped").length,
  };
  const totals = Object.entries(counts)
    .map(([name, count]) => `${name}="${count}"`)
    .join(" ");
  const suite = `poc check${place === "" ? "" : ` ${place}`}`;
  const at = new Date(standing.asOf.epochMs).toISOString().slice(0, 19);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="poc check" ${totals}>`,
    `  <testsuite name="${attribute(suite)}" timestamp="${at}" time="0" ${totals}>`,
    ...(cases.length === 0 ? [fine] : cases.map(({ xml }) => xml)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase(diagnostic: ReportedDiagnostic, names: Set<string>) {
  const { code, message, hint, location, fails } = diagnostic;
  const path = safe(diagnostic.path);
  const { kind, title } = catalogueEntry(code);
  const outcome = !fails ? "skipped" : kind === "records" ? "error" : "failure";
  const field = pathText(diagnostic.place.path);
  const name = unusedName(path, field === "" ? code : `${code} ${field}`, names);
  const says = attribute(safe(message));
  const where = `${path}:${location.span.line}:${location.span.column}`;
  const text = [where, safe(message), ...(hint === undefined ? [] : [`hint: ${safe(hint)}`])].join("\n");
  const inner =
    outcome === "skipped"
      ? `<skipped message="${says}"/>`
      : `<${outcome} type="${attribute(code)}" message="${says}">${content(`${title}\n${text}\n`)}</${outcome}>`;
  const attributes = Object.entries({ classname: path, name, file: path, line: String(location.span.line), time: "0" })
    .map(([key, value]) => `${key}="${attribute(value)}"`)
    .join(" ");
  const xml = `    <testcase ${attributes}>${inner}</testcase>`;
  return { outcome, xml };
}

function unusedName(path: string, name: string, names: Set<string>): string {
  for (let nth = 1; ; nth++) {
    const tried = nth === 1 ? name : `${name} (${nth})`;
    const key = `${path}\n${tried}`;
    if (names.has(key)) continue;
    names.add(key);
    return tried;
  }
}

/** Made safe first, so that no character is left that XML has no place for. */
function content(text: string): string {
  return safe(text, { lines: true }).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function attribute(text: string): string {
  return content(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;");
}
