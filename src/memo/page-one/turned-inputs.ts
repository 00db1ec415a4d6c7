import { turnedCase, type ChangedInput } from "../../domain/business-case/inputs-at-start.ts";
import { bareMoneyLabel, listLabel, monthsLabel } from "../../domain/scalars/labels.ts";
import { parseMoney } from "../../domain/scalars/money.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { inputLabel } from "../../wording/input-words.ts";
import type { ConductNote } from "../sections/conduct-note.ts";

/** Inputs that had another figure at the start, or none, if the answer of the case depends on it. */
export function turnedInputs(standing: Standing): readonly ConductNote[] {
  const turned = turnedCase(standing);
  if (turned === undefined) return [];
  const { payback } = turned.value;
  const then =
    payback === undefined
      ? ""
      : ` With the figures of the start, ` +
        `${payback === "never" ? "it never pays back" : `payback is ${monthsLabel(payback)}`}.`;
  return [
    {
      text: `The business case was changed: ${listLabel(turned.changed.map(changeText))}.${then}`,
      entries: standing.started === undefined ? [] : [standing.started.id],
    },
  ];
}

function changeText({ name, before, now }: ChangedInput): string {
  return `${inputLabel(name)} ${figureText(before)} at the start and ${figureText(now)} now`;
}

function figureText(text: string | undefined): string {
  if (text === undefined) return "not stated";
  const money = parseMoney(text);
  // No cents where there are none.
  return money.ok ? `${bareMoneyLabel(money.value).replace(/\.0+$/, "")} ${money.value.currency}` : text;
}
