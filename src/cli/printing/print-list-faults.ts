import type { FoundChecklist } from "../../app/library/checklist-library.ts";
import type { Context } from "../../app/ports/ports.ts";
import { printDiagnostics } from "./print-diagnostics.ts";

/**
 * What is wrong with lists, if anything is. Those of the PoC lie in its folder, those of an organisation where it said.
 */
export async function printListFaults(
  context: Context,
  folder: string,
  lists: readonly FoundChecklist[],
): Promise<boolean> {
  const faultsOf = (own: boolean) =>
    lists.filter(({ origin }) => (origin === "poc") === own).flatMap(({ diagnostics }) => diagnostics);
  await printDiagnostics(context, folder, faultsOf(true));
  await printDiagnostics(context, context.cwd, faultsOf(false));
  return lists.some(({ diagnostics }) => diagnostics.length > 0);
}
