import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { isOrganisationFile, REPOSITORY_FILE } from "../../domain/records/organisation/organisation.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { parseTarget } from "../../domain/scalars/target.ts";
import { assumptionSchema } from "../schema/assumption-schema.ts";
import { charterSchema, FORMAT_VERSION } from "../schema/charter-schema.ts";
import { costsSchema } from "../schema/costs-schema.ts";
import { evalSchema } from "../schema/eval-schema.ts";
import { killCriterionSchema } from "../schema/kill-criterion-schema.ts";
import { organisationSchema } from "../schema/organisation-schema.ts";
import { riskSchema } from "../schema/risk-schema.ts";
import { valueSchema } from "../schema/value-schema.ts";
import type { SourceFile } from "../yaml/source-file.ts";
import type { DefinitionMemory, Remembered } from "./definition-memory.ts";
import { readList, readMap, type DefinitionReading, type StandIn } from "./read-definition.ts";
import type { DefinitionReadings, Named } from "./read-definitions.ts";

/** Without these there is no PoC to judge; every other file may be absent, and is then empty. */
const NEEDED = [DEFINITION_FILES.charter, DEFINITION_FILES.evals, DEFINITION_FILES.killCriteria];

const NONE: ReadonlySet<string> = new Set();

/**
 * Reads the definition files, each as far as it goes.
 *
 * @param memory what was read of other PoCs in the same run
 */
export function readEachDefinition(
  files: ReadonlyMap<string, SourceFile>,
  memory?: DefinitionMemory,
): DefinitionReadings {
  const read = <T>(
    name: string,
    known: Remembered<T> | undefined,
    reader: (file: SourceFile) => DefinitionReading<T>,
  ): Named<T> => {
    const file = files.get(name);
    if (file === undefined) return absent<T>(name);
    return { name, ...(known === undefined ? reader(file) : known.reading(file, () => reader(file))) };
  };
  const organisation = [...files.keys()].find(isOrganisationFile) ?? REPOSITORY_FILE;
  return {
    charter: read(DEFINITION_FILES.charter, memory?.charter, (file) => readMap(file, charterSchema(), charterStandIn)),
    assumptions: read(DEFINITION_FILES.assumptions, memory?.assumptions, (file) => readList(file, assumptionSchema())),
    evals: read(DEFINITION_FILES.evals, memory?.evals, (file) => readList(file, evalSchema(), evalStandIn)),
    killCriteria: read(DEFINITION_FILES.killCriteria, memory?.killCriteria, (file) =>
      readList(file, killCriterionSchema()),
    ),
    costs: read(DEFINITION_FILES.costs, memory?.costs, (file) => readMap(file, costsSchema())),
    value: read(DEFINITION_FILES.value, memory?.value, (file) => readMap(file, valueSchema())),
    risks: read(DEFINITION_FILES.risks, memory?.risks, (file) => readList(file, riskSchema())),
    organisation: read(organisation, memory?.organisation, (file) => readMap(file, organisationSchema())),
  };
}

function absent<T>(name: string): Named<T> {
  const needed = NEEDED.some((one) => one === name);
  const missing: Diagnostic = {
    code: "file-missing",
    message:
      `found no ${name}, expected it beside ` +
      `${name === DEFINITION_FILES.charter ? "log" : DEFINITION_FILES.charter}`,
    place: valueAt(name),
    hint: "run poc init to add the files that are missing",
  };
  // If a required file is missing, what it would name is unknown; if an optional one is, there is nothing of the kind.
  const ids = needed ? undefined : NONE;
  return {
    name,
    text: undefined,
    outline: undefined,
    value: undefined,
    written: undefined,
    ids,
    diagnostics: needed ? [missing] : [],
    unreadable: [],
    placeholders: [],
  };
}

/** A charter without a title or a version is still a charter: its timebox and its cap count. */
const charterStandIn: StandIn = (path) => {
  if (path.length !== 1) return undefined;
  return path[0] === "version" ? FORMAT_VERSION : path[0] === "title" ? "Untitled" : undefined;
};

/** While the good direction is left open, the target tells it. */
const evalStandIn: StandIn = (path, parent) => {
  if (path.at(-1) !== "better" || path.length !== 2) return undefined;
  const target = parseTarget(String(parent["target"] ?? ""));
  if (!target.ok) return "higher";
  const { form, comparator } = target.value;
  return form === "reduction" || (form === "value" && comparator.startsWith("<")) ? "lower" : "higher";
};
