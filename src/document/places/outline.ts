export type Range = readonly [start: number, end: number];

/**
 * Where the values of a YAML text stand: what places are looked up in. It is plain data, so that it can be kept beside
 * what was read, and no parser has to run only to find a line. `null` stands for a key without a value.
 */
export type Outline = MapOutline | ListOutline | ScalarOutline | OtherOutline;

export interface MapOutline {
  readonly kind: "map";
  readonly range: Range;
  readonly pairs: readonly { readonly key: Outline; readonly value: Outline | null }[];
}

export interface ListOutline {
  readonly kind: "list";
  readonly range: Range;
  readonly items: readonly Outline[];
}

export interface ScalarOutline {
  readonly kind: "scalar";
  readonly range: Range;
  readonly value: string | number | bigint | boolean | null;
  /** As it is written, where that is not the value itself: `007` is the number 7. */
  readonly source: string | undefined;
  /** Characters of quoting before and after the text. */
  readonly quotes: 0 | 1;
}

/** An alias, which records do not use: it can be pointed at, and nothing is in it. */
interface OtherOutline {
  readonly kind: "other";
  readonly range: Range;
}
