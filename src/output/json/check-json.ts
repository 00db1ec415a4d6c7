import type { RecommendationOutcome } from "../../domain/standing/outcome.ts";

/** The problems themselves are the `diagnostics` of the envelope. */
export interface CheckJson {
  /** The exit code of the command, by its `--fail-on`. */
  readonly exit_code: number;
  readonly recommendation: RecommendationOutcome;
}
