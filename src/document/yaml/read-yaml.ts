import type { ParsedNode } from "yaml";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import { readText, type TextFault } from "./source-text.ts";
import { treeValue } from "./tree-value.ts";
import type { Written } from "./written.ts";
import { composeTree } from "./yaml-tree.ts";

/** What a file says as YAML. */
export interface YamlReading {
  /** For quoting, even where it could not be read. */
  readonly text: string;
  /** Undefined where the file as a whole is refused. */
  readonly written: Written;
  /** The tree that it was read from; absent where the file as a whole is refused. */
  readonly root?: ParsedNode;
  readonly diagnostics: readonly Diagnostic[];
  /** Values within it that were refused. */
  readonly refused: readonly Place[];
}

/** Reads bytes as one plain YAML document. */
export function readYaml(bytes: Uint8Array, file: string): YamlReading {
  const { text, fault } = readText(bytes);
  return fault === undefined ? readYamlText(text, file) : refusedFile(text, [fault], file);
}

export function readYamlText(text: string, file: string): YamlReading {
  const { root, faults } = composeTree(text);
  if (faults.length > 0 || root === undefined) return refusedFile(text, faults, file);
  const tree = treeValue(root, file);
  if (tree.faults.length > 0) return refusedFile(text, tree.faults, file);
  return {
    text,
    written: tree.value,
    root,
    diagnostics: tree.diagnostics,
    refused: tree.diagnostics.map(({ place }) => place),
  };
}

function refusedFile(text: string, faults: readonly TextFault[], file: string): YamlReading {
  return { text, written: undefined, diagnostics: faults.map((fault) => faultDiagnostic(fault, file)), refused: [] };
}

function faultDiagnostic({ code, message, start, end, hint, first }: TextFault, file: string): Diagnostic {
  const at = (from: number, to: number): Place => ({ ...valueAt(file), within: [from, to] });
  return {
    code,
    message,
    place: at(start, end),
    ...(hint === undefined ? {} : { hint }),
    ...(first === undefined ? {} : { related: [{ place: at(first.start, first.end), label: first.label }] }),
  };
}
