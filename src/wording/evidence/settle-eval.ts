import type { EvalReason } from "../../domain/evidence/eval-reason.ts";

/**
 * What settles an eval, in the imperative. Where the account is used up, the figure may still be needed for a kill
 * criterion.
 *
 * @param name of the eval: its id, or its metric in quotes
 */
export function settleEvalText(name: string, why: EvalReason | undefined, kill: readonly string[]): string {
  switch (why?.code) {
    case "nothing-left":
      return kill.length > 0
        ? `Settle the kill criteria on ${name}`
        : `Decide with what there is: more runs cannot settle ${name}`;
    case "baseline-unlabelled":
      return `Have people label the baseline's cases of ${name}`;
    case "baseline-contradicted":
      return `Find out which baseline of ${name} is true`;
    case "labels-withdrawn":
      return `Log labels for the judge of ${name} again`;
    default:
      return `Settle ${name}`;
  }
}

/** What of the command is not known is left as `…`. */
export function settleEvalCommand(id: string, why: EvalReason | undefined, kill: readonly string[]): string {
  switch (why?.code) {
    case "nothing-left":
      return kill.length > 0 ? `poc log --eval ${id}=…` : 'poc decide no-go|go --override "…"';
    case "baseline-unlabelled":
      return `poc cases ${id} --arm … --sample 60`;
    case "baseline-contradicted":
      return `poc amend --set evals.${id}.baseline=…`;
    case "labels-withdrawn":
      return `poc log --labels ${id}=@…`;
    default:
      return `poc log --eval ${id}=…`;
  }
}
