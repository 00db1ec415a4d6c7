import type { ValueInput, ValueStanding } from "../../domain/business-case/business-case.ts";
import { breakEvenLabel, gradeLabel } from "../../wording/business-case.ts";
import { displayWidth, pad } from "../terminal/display-width.ts";
import { cell, paragraph, table } from "../terminal/layout.ts";
import type { Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** Every input: its figure, what it would have to be, and below it how well it is known. */
export function valueInputsText(value: ValueStanding, imagined: ReadonlySet<string>, style: Style): readonly Safe[] {
  const { inputs, breakEvens, currency } = value;
  const names = padded(inputs.map(({ name }) => style.text(name)));
  const figures = padded(inputs.map(({ likely }) => style.text(likely)));
  const indent = Math.min(4 + Math.max(0, ...names.map(displayWidth)), Math.floor(style.columns / 3));
  return inputs.flatMap((input, k) => {
    const even = breakEvens.find(({ name }) => name === input.name);
    const tail =
      even === undefined
        ? undefined
        : cell(style.text(breakEvenLabel(even, currency)), even.breakEven.kind === "none" ? "warn" : undefined);
    const row = { cells: [cell(names[k]!, "name"), cell(figures[k]!, "strong")], tail };
    return [
      ...table([row], style, { indent: 2 }),
      ...paragraph(style.text(knownText(input, imagined.has(input.name))), style, indent, roleOf(input, imagined)),
    ];
  });
}

/** All as wide as the widest, so that rows that are laid out one by one stand in the same columns. */
function padded(texts: readonly Safe[]): readonly Safe[] {
  const width = Math.max(0, ...texts.map(displayWidth));
  return texts.map((text) => pad(text, width));
}

function roleOf(input: ValueInput, imagined: ReadonlySet<string>): "warn" | "faint" {
  return input.standsAs === "asserted" && !imagined.has(input.name) ? "warn" : "faint";
}

/** `2 to 4; measured: 30 look-ups timed at two depots (k7f3q2m)`. */
function knownText(input: ValueInput, imagined: boolean): string {
  const range = input.range === "" ? "" : `${input.range}; `;
  if (imagined) return `${range}what if`;
  const why = [input.source, input.reason].filter((text) => text !== undefined).join("; ");
  const entries = input.entries.length === 0 ? "" : ` (${input.entries.join(", ")})`;
  const rate = input.unconverted ? "; in a currency without a rate, and not in the figures" : "";
  return `${range}${gradeLabel(input)}${why === "" ? "" : `: ${why}`}${entries}${rate}`;
}
