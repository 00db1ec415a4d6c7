import { ASSUMPTION_ANSWERS, type AssumptionAnswer } from "../../../domain/records/assumption.ts";
import { EXIT_CRITERIA, itemId, type Checklist, type ChecklistItem } from "../../../domain/records/checklist-items.ts";
import type { Attestation, RiskNote } from "../../../domain/records/entry.ts";
import { EVIDENCE_EXAMPLE, evidenceForm } from "../../../domain/records/evidence-link.ts";
import { parseIdentifier } from "../../../domain/scalars/identifier.ts";
import { isFillIn } from "../../../domain/scalars/readings/fill-in.ts";
import { meantName, nearest, slipOf } from "../../../domain/scalars/nearest.ts";
import type { Definitions } from "../../../domain/records/records.ts";
import { RISK_LEVELS, type RiskLevel } from "../../../domain/records/risk.ts";
import { findSecret } from "../../../domain/scalars/secret.ts";
import { parseWord } from "../../../domain/scalars/word.ts";
import { pair, type FlagProblems } from "./flag-problems.ts";

/** Reads `corpus-is-clean=holds`. */
export function readAssumption(
  text: string,
  definitions: Definitions,
  problems: FlagProblems,
): readonly [string, AssumptionAnswer] | undefined {
  const parts = pair(text);
  if (parts === undefined) return malformed("--assume", text, "--assume corpus-is-clean=holds", problems);
  const id = problems.known(
    "--assume",
    parts[0],
    definitions.assumptions.map((item) => item.id),
    "assumption",
    "assumptions.yaml",
  );
  const answer = problems.take("--assume", parts[1], parseWord(parts[1], ASSUMPTION_ANSWERS));
  return id === undefined || answer === undefined ? undefined : [id, answer];
}

/** Reads `no-residency=no`: the answer to the question of a kill criterion. */
export function readAnswer(
  text: string,
  definitions: Definitions,
  problems: FlagProblems,
): readonly [string, "yes" | "no"] | undefined {
  const parts = pair(text);
  if (parts === undefined) return malformed("--answer", text, "--answer no-residency=no", problems);
  const id = problems.known(
    "--answer",
    parts[0],
    definitions.killCriteria.map((item) => item.id),
    "kill criterion",
    "kill-criteria.yaml",
  );
  const criterion = definitions.killCriteria.find((item) => item.id === id);
  if (criterion?.when !== undefined)
    return problems.add(
      "--answer",
      `${id} is settled by results, not by an answer`,
      `log a result for ${criterion.when.metric}`,
    );
  const answer = problems.take("--answer", parts[1], parseWord(parts[1], ["yes", "no"]));
  return id === undefined || answer === undefined ? undefined : [id, answer];
}

/** Reads `pii-in-traces=high` or `pii-in-traces=high: Traces hold customer names`. A new risk needs the text. */
export function readRisk(
  text: string,
  known: readonly string[],
  evidence: string | undefined,
  problems: FlagProblems,
): RiskNote | undefined {
  const parts = pair(text);
  if (parts === undefined)
    return malformed("--risk", text, '--risk "pii-in-traces=high: Traces hold customer names"', problems);
  const [typed, rest] = parts;
  const [word = "", ...words] = rest.split(":");
  const note = words.join(":").trim();
  if (isFillIn(note))
    return problems.add(
      "--risk",
      `${typed}: found "${note}", expected the reason`,
      `say in a few words why it is ${word.trim()}`,
    );
  // With a text it may be a new risk, whose name only begins like that of another.
  const id = (note === "" ? meantName(typed, known) : undefined) ?? typed;
  if (id !== typed) problems.readAs(typed, id);
  const level: RiskLevel | undefined = problems.take("--risk", word.trim(), parseWord(word.trim(), RISK_LEVELS));
  if (problems.take("--risk", id, parseIdentifier(id)) === undefined) return undefined;
  if (!known.includes(id)) {
    const close = note === "" ? nearest(id, known) : slipOf(id, known);
    if (close !== undefined)
      return problems.add(
        "--risk",
        `no risk is called "${id}"`,
        `did you mean ${close}? A new risk needs a different name`,
      );
    if (note === "")
      return problems.add(
        "--risk",
        `no risk is called "${id}"`,
        `add it with a text: --risk "${id}=${word.trim()}: what could happen"`,
      );
  }
  if (evidence !== undefined && evidenceForm(evidence) === "empty" && findSecret(evidence) === undefined)
    return problems.add(
      "--evidence",
      `"${evidence.slice(0, 60)}" is not a link, expected ${EVIDENCE_EXAMPLE}`,
      "leave it out if there is none",
    );
  return level && { id, level, ...(note === "" ? {} : { note }), ...(evidence === undefined ? {} : { evidence }) };
}

/** What `--attest` may name. */
export interface KnownItems {
  /** By their ids: `exit.committed`. */
  readonly items: ReadonlyMap<string, ChecklistItem>;
  /** Names of lists whose items are not known, because their files are at fault. */
  readonly faulty: readonly string[];
  /** Conditions, artifacts and questions of gates by their ids, and whether a person's word closes them. */
  readonly ofGates: ReadonlyMap<string, boolean>;
}

export function knownItems(
  checklists: readonly Checklist[],
  faulty: readonly string[] = [],
  ofGates: ReadonlyMap<string, boolean> = new Map(),
): KnownItems {
  return {
    items: new Map(
      checklists.flatMap((checklist) => checklist.items.map((item) => [itemId(checklist, item), item] as const)),
    ),
    faulty,
    ofGates,
  };
}

/** Known without reading a file: what most attestations are about. */
export const EXIT_ITEMS: KnownItems = knownItems([EXIT_CRITERIA]);

/** The item that a text attests, known or not. */
export function attestedItem(text: string): string {
  return pair(text)?.[0] ?? "";
}

/** Reads `mvp.guardrails=https://…` or `mvp.guardrails=https://… reviewed with security`. */
export function readAttestation(
  text: string,
  known: KnownItems,
  found: (path: string) => boolean,
  problems: FlagProblems,
): Attestation | undefined {
  const parts = pair(text);
  if (parts === undefined || parts[1] === "")
    return malformed("--attest", text, "--attest mvp.guardrails=https://wiki/guardrails", problems);
  const [typed] = parts;
  const item = meantName(typed, [...known.items.keys(), ...known.ofGates.keys()]) ?? typed;
  if (item !== typed) problems.readAs(typed, item);
  const [listed, ofGate] = [known.items.get(item), known.ofGates.get(item)];
  if (ofGate === false)
    return problems.add("--attest", `${item} is closed by the records, not by a person`, "poc gate says how");
  if (listed === undefined && ofGate === undefined)
    return problems.add(
      "--attest",
      `no item of a checklist or gate is called "${item.slice(0, 60)}"`,
      itemHint(item, known),
    );
  if (listed?.attestable === false)
    return problems.add(
      "--attest",
      `${item} cannot be ticked by hand: ` +
        (listed.check === undefined ? "the records answer it" : "its command answers it"),
      listed.closedBy,
    );
  const [evidence = "", ...words] = parts[1].split(/\s+/);
  // A secret is refused where the entry is stored, and repeated nowhere.
  const form = findSecret(evidence) === undefined ? evidenceForm(evidence) : "secret";
  const shown = evidence.slice(0, 60);
  const wrong =
    form === "empty"
      ? `"${shown}" leads nowhere`
      : form === "path" && !found(evidence)
        ? `there is no file "${shown}"`
        : "";
  if (wrong !== "")
    return problems.add(
      "--attest",
      `${item}: ${wrong}, expected ${EVIDENCE_EXAMPLE}`,
      `write --attest ${item}=https://wiki.example.com/minutes/12; the key of a ticket such as SEC-118 is fine too`,
    );
  return { item, evidence, ...(words.length === 0 ? {} : { note: words.join(" ") }) };
}

/** The nearest item; else those of its list or gate; else where to look. */
function itemHint(item: string, { items, faulty, ofGates }: KnownItems): string {
  const list = item.split(".")[0] ?? "";
  if (faulty.includes(list)) return `poc checklist ${list} shows what is wrong with that list`;
  const known = [...items.keys(), ...[...ofGates].flatMap(([id, attestable]) => (attestable ? [id] : []))];
  const close = nearest(item, known);
  if (close !== undefined) return `did you mean ${close}?`;
  const own = known.filter((id) => id.startsWith(`${list}.`));
  return own.length > 0 ? `known: ${own.join(", ")}` : "poc checklist and poc gate show them with their names";
}

function malformed(flag: string, text: string, example: string, problems: FlagProblems): undefined {
  return problems.add(flag, `found "${text.slice(0, 60)}", expected a name, = and a value`, `write ${example}`);
}
