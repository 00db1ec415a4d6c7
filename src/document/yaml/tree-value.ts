import { numberLabel } from "../../domain/scalars/labels.ts";
import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from "yaml";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { keyAt, valueAt, type Path, type Place } from "../../diagnostics/place.ts";
import { nodeRange } from "./node-range.ts";
import { LONGEST_FIELD } from "./source-file.ts";
import { emptyMap, isForbiddenKey, type Written, type WrittenList, type WrittenMap } from "./written.ts";
import { feature } from "./yaml-tree.ts";
import type { TextFault } from "./source-text.ts";

const DEEPEST = 32;
const MOST_KEYS = 1000;
const MOST_NODES = 10_000;

/** Keys longer than this are not names; YAML itself ends at 1024 characters. */
const LONGEST_KEY = 200;

/**
 * The plain number: no exponent, no hexadecimal, no infinity, no leading zero, which is octal to some and nothing to
 * others.
 */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * `1.200` is a number of YAML, and twelve hundred to half of Europe. It is handed on as it was written, so that a count
 * can ask which of the two was meant; every other number reads the text as well.
 */
const GROUP_OF_THREE = /^-?[1-9]\d{0,2}\.\d{3}$/;

/** A double holds any decimal of this many digits and gives it back unchanged. */
const EXACT_DIGITS = 15;

export interface TreeValue {
  readonly value: Written;
  /**
   * Problems that have no path, because YAML allows what records do not, such as duplicate keys. The file is then
   * refused.
   */
  readonly faults: readonly TextFault[];
  /** Problems of single values. The rest of the file stays usable. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The plain value of a tree. Values that are refused are absent from it and have a diagnostic. */
export function treeValue(root: ParsedNode, file: string): TreeValue {
  const reader = new TreeReader(file);
  const value = reader.node(root, [], 0);
  return { value, faults: reader.faults, diagnostics: reader.diagnostics };
}

class TreeReader {
  readonly faults: TextFault[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;
  #nodes = 0;

  constructor(file: string) {
    this.#file = file;
  }

  node(node: ParsedNode | null, path: Path, depth: number): Written {
    if (node === null) return null;
    if (++this.#nodes > MOST_NODES || depth > DEEPEST) return this.#tooDeep(node);
    if (isAlias(node)) return this.#refuse(node, "an alias");
    if (node.anchor !== undefined) return this.#refuse(node, "an anchor");
    if (node.tag !== undefined) return this.#refuse(node, "a tag");
    if (isMap(node)) return this.#map(node as YAMLMap<ParsedNode, ParsedNode | null>, path, depth);
    if (isSeq(node)) {
      const items = node.items as readonly ParsedNode[];
      return items.map((item, index) =>
        this.#full() ? undefined : this.node(item, [...path, index], depth + 1),
      ) as WrittenList;
    }
    return isScalar(node) ? this.#scalar(node, path) : null;
  }

  #map(node: YAMLMap<ParsedNode, ParsedNode | null>, path: Path, depth: number): WrittenMap {
    const map = emptyMap();
    if (node.items.length > MOST_KEYS) this.#tooDeep(node as unknown as ParsedNode);
    const seen = new Map<string, ParsedNode>();
    for (const { key, value } of node.items) {
      if (this.#full()) return map;
      const name = this.#key(key);
      if (name === undefined) continue;
      const first = seen.get(name);
      if (first !== undefined) {
        this.#duplicate(name, key, first);
        continue;
      }
      seen.set(name, key);
      const place = [...path, name];
      if (isForbiddenKey(name))
        this.#diagnose(
          "unknown-key",
          keyAt(this.#file, ...place),
          `found the key "${name}", which is not allowed anywhere`,
        );
      else if (name.length > LONGEST_KEY)
        this.#diagnose(
          "too-long",
          keyAt(this.#file, ...place),
          `found a key of ${name.length} characters, expected at most ${LONGEST_KEY}`,
        );
      else map[name] = this.node(value, place, depth + 1);
    }
    return map;
  }

  /** The key as text: `1` and `"1"` are the same key. */
  #key(key: ParsedNode): string | undefined {
    if (!isScalar(key)) {
      this.#refuse(key, isAlias(key) ? "an alias" : "a key that is not text");
      return undefined;
    }
    if (key.anchor !== undefined || key.tag !== undefined) {
      this.#refuse(key, key.tag === undefined ? "an anchor" : "a tag");
      return undefined;
    }
    const name = typeof key.value === "string" ? key.value : (key.source ?? "");
    if (name !== "<<") return name;
    this.#refuse(key, "a merge key");
    return undefined;
  }

  #scalar(node: Scalar.Parsed, path: Path): Written {
    const { value } = node;
    const place = valueAt(this.#file, ...path);
    if (typeof value === "string" && value.length > LONGEST_FIELD) {
      this.#diagnose(
        "too-long",
        place,
        `found ${numberLabel(value.length)} characters, expected at most ${numberLabel(LONGEST_FIELD)}`,
      );
      return undefined;
    }
    if (typeof value === "number") {
      const problem = numberProblem(node.source ?? "", value);
      if (problem === undefined) return GROUP_OF_THREE.test(node.source ?? "") ? node.source! : value;
      this.#diagnose(
        "invalid-number",
        place,
        problem,
        "write it in plain digits, such as 1200 or 0.5; if it is text, put it in quotes",
      );
      return undefined;
    }
    return typeof value === "string" || typeof value === "boolean" || value === null
      ? value
      : this.#refuse(node, "a value of a special type");
  }

  #duplicate(name: string, key: ParsedNode, first: ParsedNode): void {
    const [start, end] = nodeRange(key);
    const [firstStart, firstEnd] = nodeRange(first);
    this.faults.push({
      code: "duplicate-key",
      message: `found the key "${name.slice(0, 60)}" twice in one map, expected it once`,
      start,
      end,
      first: { start: firstStart, end: firstEnd, label: "it is here already" },
    });
  }

  #refuse(node: ParsedNode, what: string): undefined {
    const [start, end] = nodeRange(node);
    this.faults.push(feature(what, start, end));
    return undefined;
  }

  #tooDeep(node: ParsedNode): undefined {
    if (this.faults.some(({ code }) => code === "too-deep")) return undefined;
    const [start] = nodeRange(node);
    const message =
      `found more than any record of a PoC has, expected at most ${DEEPEST} levels, ${MOST_KEYS} keys in a map, ` +
      `${MOST_NODES} values in a file`;
    this.faults.push({ code: "too-deep", message, start, end: start + 1 });
    return undefined;
  }

  /** Past the limits there is nothing to be gained from reading on. */
  #full(): boolean {
    return this.#nodes > MOST_NODES;
  }

  #diagnose(code: Diagnostic["code"], place: Place, message: string, hint?: string): void {
    this.diagnostics.push(hint === undefined ? { code, message, place } : { code, message, place, hint });
  }
}

function numberProblem(source: string, value: number): string | undefined {
  if (!PLAIN_NUMBER.test(source)) return `found ${source.slice(0, 40)}, expected a plain decimal number such as 12.40`;
  const digits = source.replace(/^-?0*\.?0*/, "").replace(".", "");
  const exact = digits.length <= EXACT_DIGITS || String(value) === source;
  return exact ? undefined : `found a number of ${digits.length} digits, expected at most ${EXACT_DIGITS}`;
}
