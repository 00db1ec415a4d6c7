import type { Code } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Placeholder } from "../domain/records/records.ts";
import { DEFINITION_FILES } from "../domain/records/records.ts";
import type { Standing } from "../domain/standing/standing.ts";
import { TERMS, type TermAbout } from "../domain/records/term-table.ts";
import { CHECKS, withoutEchoes } from "./registry.ts";

/** The codes that make terms unusable, because nothing could be judged by them. */
const REFUSED: ReadonlySet<Code> = new Set<Code>([
  "charter-incomplete",
  "owner-missing",
  "sponsor-missing",
  "too-many-unknowns",
  "unknown-unanswerable",
  "timebox-too-long",
  "timebox-days-lost",
  "spend-cap-missing",
  "eval-missing",
  "eval-primary-missing",
  "eval-target-missing",
  "eval-size-missing",
  "extension-too-small",
  "margin-reason-missing",
  "eval-undecidable",
  "kill-criterion-missing",
  "kill-criterion-undated",
  "kill-criterion-undecidable",
  "kill-criterion-against-target",
  "kill-criterion-day-passed",
  "policy-timebox-longer",
  "policy-cap-larger",
  "policy-confidence-lower",
]);

/**
 * Every reason why `poc start` must refuse, found by the same checks as `poc check`. Records that cannot be read are a
 * reason too; their diagnostics come from the reader.
 */
export function startProblems(standing: Standing): readonly Diagnostic[] {
  const found = CHECKS.filter((check) =>
    check.codes.some((code) => REFUSED.has(code) || code === "placeholder-left"),
  ).flatMap((check) => check.run(standing));
  const frozen = new Set(standing.placeholders.filter(isFrozen).map(({ place }) => place));
  return withoutEchoes(found).filter((diagnostic) =>
    diagnostic.code === "placeholder-left" ? frozen.has(diagnostic.place) : REFUSED.has(diagnostic.code),
  );
}

/** A draft with the reasons why `poc start` would refuse it, so that what says what comes next knows them. */
export function withRefusals(standing: Standing, ofRecords: readonly Diagnostic[]): Standing {
  if (standing.phase !== "draft") return standing;
  const refusals = [...ofRecords, ...startProblems(standing)].map(({ code, message, place }) => ({
    code,
    message,
    place,
  }));
  return { ...standing, refusals };
}

/** Fields of definitions that become terms, or that are needed to ask a person. Nothing else stops a start. */
const FROZEN: Readonly<Record<string, readonly string[]>> = {
  [DEFINITION_FILES.charter]: [
    "question",
    "unknowns",
    "owner",
    "sponsor",
    ...TERMS.timebox.within,
    ...frozenKeys(TERMS.charter),
  ],
  [DEFINITION_FILES.evals]: frozenKeys(TERMS.evals),
  [DEFINITION_FILES.killCriteria]: frozenKeys(TERMS.killCriteria),
  [DEFINITION_FILES.value]: TERMS.value.within,
};

function frozenKeys({ terms }: { readonly terms: readonly TermAbout[] }): readonly string[] {
  return terms.map(({ name }) => name);
}

function isFrozen({ place: { file, path } }: Placeholder): boolean {
  const field = path.find((step) => typeof step === "string");
  // A whole item of a list left for later is an eval or a kill criterion that is not there yet.
  return field === undefined ? file in FROZEN : (FROZEN[file]?.includes(field) ?? false);
}
