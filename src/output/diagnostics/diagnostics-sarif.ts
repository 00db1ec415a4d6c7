import { catalogueEntry, type Code } from "../../diagnostics/catalogue.ts";
import type { Severity } from "../../diagnostics/catalogue-entry.ts";
import type { Location } from "../../diagnostics/diagnostic.ts";
import type { CheckReport, ReportedDiagnostic } from "../../app/reports/check-report.ts";
import { jsonText } from "../json/json-text.ts";
import { safe } from "../terminal/safe.ts";

/**
 * SARIF 2.1.0, as GitHub's code scanning and editors read it. Source lines are left out: readers have the file, and a
 * line with a secret would be copied.
 *
 * @param version of this tool
 */
export function diagnosticsSarif({ reported, place }: CheckReport, version: string, exitCode: number): string {
  const codes = [...new Set(reported.map(({ code }) => code))].sort();
  const run = {
    tool: { driver: { name: "poc", version, rules: codes.map(ruleOf) } },
    // Uploads of one commit replace each other unless they say that they are of different things.
    automationDetails: { id: `poc/${place === "" ? "" : `${place}/`}` },
    invocations: [{ executionSuccessful: true, exitCode }],
    columnKind: "utf16CodeUnits",
    results: reported.map((diagnostic) => resultOf(diagnostic, codes.indexOf(diagnostic.code))),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return jsonText(log);
}

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  note: "note",
};

function ruleOf(code: Code) {
  const { severity, kind, title, explanation, fix } = catalogueEntry(code);
  const text = [explanation, fix]
    .map(unwrapped)
    .filter((part) => part !== "")
    .join("\n\n");
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: unwrapped(explanation) || title },
    help: { text: text === "" ? title : text, markdown: `${text === "" ? title : text}\n\n\`poc explain ${code}\`` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [kind] },
  };
}

/** The catalogue's paragraphs are wrapped for its source. */
function unwrapped(markdown: string): string {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map((block) => (/^( {4}|[-*] )/.test(block) ? block : block.replaceAll(/\s*\n\s*/g, " ")))
    .join("\n\n");
}

function resultOf(diagnostic: ReportedDiagnostic, ruleIndex: number) {
  const { code, message, hint, location, path, relatedLocations, relatedPaths, fingerprint } = diagnostic;
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[catalogueEntry(code).severity],
    message: { text: hint === undefined ? safe(message) : `${safe(message)}\nHint: ${safe(hint)}` },
    locations: [{ physicalLocation: physicalLocation(path, location) }],
    ...(relatedLocations.length === 0
      ? {}
      : {
          relatedLocations: relatedLocations.map((related, index) => ({
            id: index + 1,
            physicalLocation: physicalLocation(relatedPaths[index] ?? related.file, related),
            message: { text: safe(related.label) },
          })),
        }),
    // GitHub tells alerts apart by the first; it would calculate it from the source line, on which several may lie.
    partialFingerprints: { primaryLocationLineHash: fingerprint, "poc/v1": fingerprint },
  };
}

function physicalLocation(path: string, { span }: Location) {
  return {
    artifactLocation: {
      uri: path
        .split("/")
        .map((part) => encodeURIComponent(part.replaceAll(/\p{Cs}/gu, "\ufffd")))
        .join("/"),
      uriBaseId: "%SRCROOT%",
    },
    region: { startLine: span.line, startColumn: span.column, endLine: span.endLine, endColumn: span.endColumn },
  };
}
