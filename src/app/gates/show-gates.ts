import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { GateStanding, GateWay } from "../../domain/gates/gate-standing.ts";
import { findGate, openGates } from "./open-gates.ts";
import type { Context } from "../ports/ports.ts";
import type { Report } from "../poc/report.ts";

export interface GatesRequest {
  readonly directory: string | undefined;
  /** The gate to show in full; the one where the PoC stands where none is named. */
  readonly gate: string | undefined;
  readonly asOf: string | undefined;
}

export interface GatesResult extends Report {
  readonly way: GateWay;
  /** The gate that is shown in full; undefined if there is none. */
  readonly shown: GateStanding | undefined;
  readonly faults: readonly LocatedDiagnostic[];
}

/** What `poc gate` answers from. */
export async function showGates(context: Context, request: GatesRequest): Promise<GatesResult> {
  const { report, way, faults } = await openGates(context, request.directory, request.asOf);
  const shown =
    faults.length > 0
      ? undefined
      : request.gate === undefined
        ? (way.here ?? way.gates.findLast(({ place }) => place === "passed"))
        : findGate(way, request.gate, ["pass", "waive"]);
  return { ...report, way, shown, faults };
}
