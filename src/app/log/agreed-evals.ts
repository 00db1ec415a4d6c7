import type { Eval } from "../../domain/records/eval.ts";
import { judgementOf } from "../../domain/standing/judgement.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { asOf } from "../poc/judge.ts";
import { requireDefinitionsRead } from "../poc/require-definitions-read.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";

/**
 * The evals as they were agreed: results are judged by these, whatever the files say since.
 *
 * @throws RecordsFault where nobody can tell what is measured
 */
export function agreedEvals(context: Context, { records }: OpenPoc): readonly Eval[] {
  requireDefinitionsRead(records, "no result can be taken in", DEFINITION_FILES.evals);
  const agreed = judgementOf(records, asOf(records, context.clock, undefined)).definitions.evals;
  return records.definitions.evals.map((item) => agreed.find(({ id }) => id === item.id) ?? item);
}
