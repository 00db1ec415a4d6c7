import type { SourceFile } from "../yaml/source-file.ts";
import type { DefinitionReading } from "./read-definition.ts";
import type { DefinitionReadings } from "./read-definitions.ts";

/** This many texts of each file are remembered, so that a larger portfolio takes no more memory. */
const MOST = 8;

/**
 * What files of one role gave, by their very bytes. PoCs that were made from one template share most of their risks,
 * costs and assumptions, and to read one by way of YAML takes a hundred times as long as to compare it.
 */
export class Remembered<T> {
  #known: readonly { readonly name: string; readonly bytes: Uint8Array; readonly reading: DefinitionReading<T> }[] = [];

  reading(file: SourceFile, read: () => DefinitionReading<T>): DefinitionReading<T> {
    if ("fault" in file) return read();
    const { name, bytes } = file;
    const known = this.#known.find((one) => one.name === name && sameBytes(one.bytes, bytes));
    const found = known ?? { name, bytes, reading: read() };
    // The one that was asked for last is forgotten last.
    this.#known = [found, ...this.#known.filter((one) => one !== known)].slice(0, MOST);
    return found.reading;
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** For one run over many PoCs. */
export type DefinitionMemory = { readonly [Role in keyof DefinitionReadings]: Remembered<ValueOf<Role>> };

type ValueOf<Role extends keyof DefinitionReadings> =
  DefinitionReadings[Role] extends DefinitionReading<infer T> ? T : never;

export function definitionMemory(): DefinitionMemory {
  return {
    charter: new Remembered(),
    assumptions: new Remembered(),
    evals: new Remembered(),
    killCriteria: new Remembered(),
    costs: new Remembered(),
    value: new Remembered(),
    risks: new Remembered(),
    organisation: new Remembered(),
  };
}
