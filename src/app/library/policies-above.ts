import { linesOfKeys } from "../../document/places/line-of-keys.ts";
import { readMap } from "../../document/reading/read-definition.ts";
import type { ReadRecords } from "../../document/reading/read-records.ts";
import { organisationSchema } from "../../document/schema/organisation-schema.ts";
import type { SourceFile } from "../../document/yaml/source-file.ts";
import { NO_COSTS } from "../../domain/records/costs.ts";
import { withPoliciesAbove } from "../../domain/records/organisation/strictest-policy.ts";

/**
 * The records under the rules of all files of the organisation. One that cannot be read says rules that nobody knows,
 * so that nothing can be judged until it can.
 *
 * @param above the nearest first
 */
export function underPoliciesAbove(read: ReadRecords, above: readonly SourceFile[]): ReadRecords {
  const { definitions } = read.records;
  if (definitions.organisation === undefined) return read;
  const files = above.map((file) => ({ file, reading: readMap(file, organisationSchema()) }));
  const organisation = withPoliciesAbove(
    definitions.organisation,
    files.map(({ file, reading: { value, outline, text } }) => ({
      file: file.name,
      policy: value?.policy ?? {},
      costs: value?.costs ?? NO_COSTS,
      lines: linesOfKeys(outline, text),
    })),
  );
  return {
    ...read,
    records: {
      ...read.records,
      definitions: { ...definitions, organisation },
      unreadable: [...read.records.unreadable, ...files.flatMap(({ reading }) => reading.unreadable)],
    },
    diagnostics: [...read.diagnostics, ...files.flatMap(({ reading }) => reading.diagnostics)],
  };
}
