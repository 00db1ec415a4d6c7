import { gravityOf } from "../../diagnostics/gravity.ts";
import type { Severity } from "../../diagnostics/catalogue-entry.ts";
import type { CheckReport } from "../../app/reports/check-report.ts";
import { jsonText } from "../json/json-text.ts";
import { safe } from "../terminal/safe.ts";

const SEVERITIES: Readonly<Record<Severity, "major" | "minor" | "info">> = {
  error: "major",
  warning: "minor",
  note: "info",
};

/** GitLab's Code Quality report. GitLab shows the first entry of a fingerprint only. */
export function diagnosticsGitlab({ reported }: CheckReport): string {
  const entries = reported.map(({ code, message, hint, path, fingerprint, location }) => ({
    description: hint === undefined ? safe(message) : `${safe(message)} (${safe(hint)})`,
    check_name: code,
    fingerprint,
    severity: SEVERITIES[gravityOf(code).severity],
    location: { path, lines: { begin: location.span.line } },
  }));
  return jsonText(entries);
}
