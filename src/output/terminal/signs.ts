import { line, type Safe } from "./safe.ts";

/** The signs that the tool draws with, for terminals that know Unicode and for those that only know ASCII. */
export interface Signs {
  readonly full: Safe;
  readonly empty: Safe;
  readonly separator: Safe;
  readonly ellipsis: Safe;
  readonly arrow: Safe;
  readonly axis: Safe;
  readonly rangeStart: Safe;
  readonly range: Safe;
  readonly rangeEnd: Safe;
  readonly estimate: Safe;
  readonly baseline: Safe;
  /** A threshold, pointing to the side that meets it. */
  readonly atMost: Safe;
  readonly atLeast: Safe;
  /** A bar that goes on past the end of its scale. */
  readonly beyond: Safe;
  readonly rule: Safe;
  readonly bullet: Safe;
}

export const UNICODE_SIGNS: Signs = {
  full: line`█`,
  empty: line`░`,
  separator: line` · `,
  ellipsis: line`…`,
  arrow: line`→`,
  axis: line`·`,
  rangeStart: line`├`,
  range: line`─`,
  rangeEnd: line`┤`,
  estimate: line`●`,
  baseline: line`○`,
  atMost: line`◂`,
  atLeast: line`▸`,
  beyond: line`→`,
  rule: line`─`,
  bullet: line`•`,
};

export const ASCII_SIGNS: Signs = {
  full: line`#`,
  empty: line`.`,
  separator: line` | `,
  ellipsis: line`...`,
  arrow: line`->`,
  axis: line`.`,
  rangeStart: line`[`,
  range: line`-`,
  rangeEnd: line`]`,
  estimate: line`x`,
  baseline: line`o`,
  atMost: line`<`,
  atLeast: line`>`,
  beyond: line`+`,
  rule: line`-`,
  bullet: line`*`,
};
