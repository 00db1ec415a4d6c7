import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { GATE_ACTIONS, type Gate } from "../../domain/records/gate.ts";
import { parseIdentifier } from "../../domain/scalars/identifier.ts";
import { nameHint } from "../../domain/scalars/nearest.ts";
import { gateSchema, type WrittenGate } from "../schema/gate-schema.ts";
import { readYamlText } from "../yaml/read-yaml.ts";
import { salvage } from "./salvage.ts";
import { Sources } from "../places/sources.ts";
import { composedOutline } from "../yaml/tree-outline.ts";
import { isWrittenList, isWrittenMap, type Written } from "../yaml/written.ts";

/** The text of a gate, as it was found. */
export interface GateFile {
  /** `2-proof-of-value.yaml`: its order and its id. */
  readonly base: string;
  /** As people know the file, for diagnostics. */
  readonly name: string;
  readonly text: string;
}

export interface GatesReading {
  /** As far as they could be read, by their numbers. */
  readonly gates: readonly Gate[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/**
 * Reads the definitions of gates, each as far as it goes. `lists`: the names of the checklists, which no gate can have
 * too. `knownOf`: what was read before of a file of the same text and without a fault.
 */
export function readGates(
  files: readonly GateFile[],
  lists: readonly string[],
  knownOf: (file: GateFile) => WrittenGate | undefined = () => undefined,
): GatesReading {
  const diagnostics: Diagnostic[] = [];
  const gates: Gate[] = [];
  const fileOf = new Map<string, string>();
  for (const file of files) {
    const named = nameOf(file, lists);
    if ("code" in named) {
      diagnostics.push(named);
      continue;
    }
    const taken = [`number ${named.number}`, `id ${named.id}`].find((what) => fileOf.has(what));
    if (taken !== undefined) {
      diagnostics.push(takenTwice(file.name, taken, fileOf.get(taken)!));
      continue;
    }
    fileOf.set(`number ${named.number}`, file.name).set(`id ${named.id}`, file.name);
    const { value, diagnostics: found } = readGate(file, knownOf(file));
    diagnostics.push(...found);
    if (value !== undefined) diagnostics.push(...unknownLists(value, file.name, lists));
    if (value !== undefined) gates.push({ ...value, ...named });
  }
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  return {
    gates: gates.sort((a, b) => a.number - b.number),
    diagnostics,
    sources: new Sources([texts], (_file, yaml) => composedOutline(yaml)),
  };
}

interface GateReading {
  readonly value: WrittenGate | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function readGate({ name, text }: GateFile, known: WrittenGate | undefined): GateReading {
  if (known !== undefined) return { value: known, diagnostics: [] };
  const { written, diagnostics, refused } = readYamlText(text, name);
  if (written === undefined) return { value: undefined, diagnostics };
  const twice = takeRepeated(written, name);
  const { value, diagnostics: found } = salvage(gateSchema(), written, name, { placeholders: [], refused });
  return { value, diagnostics: [...diagnostics, ...twice, ...found] };
}

const EXPECTED = "a number and an id, such as 2-proof-of-value.yaml";

function nameOf({ base, name }: GateFile, lists: readonly string[]): Pick<Gate, "id" | "number"> | Diagnostic {
  const match = /^(\d{1,3})-(.+)\.yaml$/.exec(base);
  const id = match === null ? undefined : parseIdentifier(match[2]!);
  if (match === null || id === undefined || !id.ok)
    return {
      code: "invalid-id",
      message: `found a gate in ${base}, expected ${EXPECTED}`,
      place: valueAt(name),
      hint: "the number is its order, the id is its name in poc gate",
    };
  if (GATE_ACTIONS.some((action) => action === id.value))
    return {
      code: "invalid-id",
      message: `found a gate called ${id.value}, which is a word of poc gate, expected another id`,
      place: valueAt(name),
    };
  if (lists.includes(id.value))
    return {
      code: "invalid-id",
      message: `found a gate with the name of the checklist ${id.value}, expected another id`,
      place: valueAt(name),
      hint: "poc log --attest could not tell their items apart",
    };
  return { id: id.value, number: Number(match[1]) };
}

function takenTwice(file: string, what: string, first: string): Diagnostic {
  return {
    code: "duplicate-id",
    message: `found two gates with the ${what}, expected one`,
    place: valueAt(file),
    related: [{ place: valueAt(first), label: "it belongs to this gate" }],
    hint: "to change a gate, give your file the name that the gate has",
  };
}

/** A list that is not there can never be complete. */
function unknownLists(gate: WrittenGate, file: string, lists: readonly string[]): readonly Diagnostic[] {
  return (["entry", "exit", "artifacts"] as const).flatMap((part) =>
    gate[part].flatMap(({ id, checklist }): readonly Diagnostic[] =>
      checklist === undefined || lists.includes(checklist)
        ? []
        : [
            {
              code: "unknown-reference",
              message: `${id} asks for the checklist "${checklist}", expected one of ${lists.join(", ")}`,
              place: valueAt(
                file,
                part,
                gate[part].findIndex((item) => item.id === id),
                "checklist",
              ),
              hint: nameHint(checklist, lists),
            },
          ],
    ),
  );
}

/**
 * Takes every item out whose id an earlier one of the gate has, wherever in the gate: the log knows them by one name.
 */
function takeRepeated(written: Written, file: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const first = new Map<string, readonly [part: string, index: number]>();
  for (const part of ["entry", "exit", "artifacts", "questions"]) {
    const items = isWrittenMap(written) ? written[part] : undefined;
    if (!isWrittenList(items)) continue;
    for (const [index, item] of items.entries()) {
      const id = isWrittenMap(item) ? item["id"] : undefined;
      if (typeof id !== "string") continue;
      const earlier = first.get(id);
      if (earlier === undefined) {
        first.set(id, [part, index]);
        continue;
      }
      found.push({
        code: "duplicate-id",
        message: `found the id "${id.slice(0, 64)}" twice in one gate, expected each id once`,
        place: valueAt(file, part, index, "id"),
        related: [{ place: valueAt(file, earlier[0], earlier[1], "id"), label: "it is here already" }],
      });
      items[index] = undefined;
    }
  }
  return found;
}
