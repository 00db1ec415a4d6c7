import type { Eval } from "../../domain/records/eval.ts";
import { agreementOf } from "../../domain/history/agreement.ts";
import { DEFINITION_FILES, type Definitions, type Records } from "../../domain/records/records.ts";
import { asOf } from "../poc/judge.ts";
import { requireDefinitionsRead } from "../poc/require-definitions-read.ts";
import { nameHint } from "../../domain/scalars/nearest.ts";
import { UsageFault } from "../ports/faults.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";

/**
 * The evals as they were agreed: results are judged by these, whatever the files say since.
 *
 * @throws RecordsFault where nobody can tell what is measured
 */
export function agreedEvals(context: Context, { records }: OpenPoc): readonly Eval[] {
  requireDefinitionsRead(records, "no result can be stored", DEFINITION_FILES.evals);
  const agreed = agreedNow(context, records).evals;
  return records.definitions.evals.map((item) => agreed.find(({ id }) => id === item.id) ?? item);
}

/** The definitions with what was agreed by now: amounts are read at these rates, whatever the files say since. */
export function agreedNow(context: Context, records: Records): Definitions {
  return agreementOf(records, asOf(records, context.clock, undefined).epochMs).definitions;
}

/**
 * The eval that a command names.
 *
 * @throws UsageFault where none is called so; RecordsFault where nobody can tell
 */
export function agreedEval(context: Context, poc: OpenPoc, id: string): Eval {
  const evals = agreedEvals(context, poc);
  const named = evals.find((item) => item.id === id);
  if (named !== undefined) return named;
  throw noSuchEval(id, evals);
}

export function noSuchEval(id: string, evals: readonly Eval[]): UsageFault {
  const ids = evals.map((item) => item.id);
  return new UsageFault(`no eval is called "${id.slice(0, 60)}"`, nameHint(id, ids, `known: ${ids.join(", ")}`));
}
