/** A JSON document as it was written: numbers keep their digits, maps know their lines. */
export type Json = null | boolean | string | JsonNumber | JsonList | JsonMap;

/** A number by its text, so that money keeps every digit. `NaN` and `Infinity` are numbers of some producers. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  get value(): number {
    return Number(this.text);
  }
}

export class JsonList {
  readonly items: readonly Json[];
  constructor(items: readonly Json[]) {
    this.items = items;
  }
}

export class JsonMap {
  readonly fields: ReadonlyMap<string, Json>;
  /** The line in which it begins. */
  readonly line: number;
  constructor(fields: ReadonlyMap<string, Json>, line: number) {
    this.fields = fields;
    this.line = line;
  }

  /** The value at the end of a path of keys; undefined if there is none, or null. */
  at(...path: readonly string[]): Json | undefined {
    const [key, ...rest] = path;
    const here = key === undefined ? undefined : this.fields.get(key);
    if (rest.length === 0) return here ?? undefined;
    return here instanceof JsonMap ? here.at(...rest) : undefined;
  }

  text(...path: readonly string[]): string | undefined {
    const value = this.at(...path);
    return typeof value === "string" ? value : undefined;
  }

  flag(...path: readonly string[]): boolean | undefined {
    const value = this.at(...path);
    return typeof value === "boolean" ? value : undefined;
  }

  /** NaN and infinities do not count. */
  number(...path: readonly string[]): number | undefined {
    const value = this.at(...path);
    return value instanceof JsonNumber && Number.isFinite(value.value) ? value.value : undefined;
  }

  /** The digits of a number, or of a text that holds one. */
  digits(...path: readonly string[]): string | undefined {
    const value = this.at(...path);
    return value instanceof JsonNumber ? value.text : typeof value === "string" ? value : undefined;
  }

  map(...path: readonly string[]): JsonMap | undefined {
    const value = this.at(...path);
    return value instanceof JsonMap ? value : undefined;
  }

  /** Empty if there is none. */
  list(...path: readonly string[]): readonly Json[] {
    const value = this.at(...path);
    return value instanceof JsonList ? value.items : [];
  }

  /** Those items of a list that are maps. */
  maps(...path: readonly string[]): readonly JsonMap[] {
    return this.list(...path).filter((item) => item instanceof JsonMap);
  }
}

/** One text for equal values, whatever the order of their keys: what an id is made of. */
export function sortedJson(value: Json): string {
  if (value instanceof JsonNumber) return String(value.value);
  if (value instanceof JsonList) return `[${value.items.map(sortedJson).join(",")}]`;
  if (!(value instanceof JsonMap)) return JSON.stringify(value);
  const fields = [...value.fields].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${sortedJson(field)}`).join(",")}}`;
}
