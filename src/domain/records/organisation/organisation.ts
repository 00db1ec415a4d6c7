import type { Costs } from "../costs.ts";
import type { Policy } from "./policy.ts";

/** The file of an organisation at the root of a repository, or in any folder above a PoC. */
export const REPOSITORY_FILE = "poc-org.yaml";
/** The same file in the folder of the organisation's templates. */
export const ORGANISATION_FILE = "organisation.yaml";

/** Whether a file of that name, wherever it lies, is one of an organisation. */
export function isOrganisationFile(name: string): boolean {
  const base = name.slice(name.lastIndexOf("/") + 1);
  return base === REPOSITORY_FILE || base === ORGANISATION_FILE;
}

/** What an organisation says once for all of its PoCs, as far as a PoC is judged by it. */
export interface Organisation {
  /** Name of the file, for people. */
  readonly file: string;
  /** The same as it appears in places: relative to the folder of the PoC. */
  readonly source: string;
  /** Currency, rates and prices, used where costs.yaml states none. */
  readonly costs: Costs;
  readonly policy: Policy;
  /** The line of each key, by its path: `policy.longest_timebox`. */
  readonly lines: ReadonlyMap<string, number>;
  /** For each rule from another file, in a folder above: that file, by the key `policy.longest_timebox`. */
  readonly says?: ReadonlyMap<string, Pick<Organisation, "file" | "lines">>;
  /** Currency, rates and prices that a farther file states otherwise; `by` is its place, `../../poc-org.yaml:4`. */
  readonly overridden?: readonly OverriddenByNearer[];
}

export interface OverriddenByNearer {
  readonly path: readonly string[];
  /** The text that counts. */
  readonly own: string;
  readonly shared: string;
  readonly by: string;
}

/** `poc-org.yaml:12`, for hints. */
export function organisationPlace(organisation: Pick<Organisation, "file" | "lines" | "says">, path: string): string {
  const { file, lines } = organisation.says?.get(path) ?? organisation;
  const line = lines.get(path);
  return line === undefined ? file : `${file}:${line}`;
}
