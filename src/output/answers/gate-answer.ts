import { dateLabel } from "../../domain/scalars/calendar.ts";
import type { PassResult } from "../../app/gates/pass-gate.ts";
import type { WaiveResult } from "../../app/gates/waive-condition.ts";
import { closingLines, reopenedLines } from "../views/gate-text.ts";
import { paragraph } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { countOpen, documentsOf } from "../../domain/gates/open-conditions.ts";
import { leftOfGate, waiverSentence } from "../../wording/gate-reasons.ts";
import { namedAs } from "../../wording/people.ts";

/** The gate that was passed and what it was passed without; or everything that is missing. */
export function passAnswer(result: PassResult, style: Style): string {
  const { entry, standing, next, gate } = result;
  if (entry?.gate === undefined) return refusal(result, style);
  const { title, number, approver, conditions } = entry.gate;
  const documents = new Set(gate === undefined ? [] : documentsOf(gate).map(({ item }) => item.id));
  const counted = conditions.filter(({ item }) => !documents.has(item));
  const met = counted.filter(({ state }) => state === "met").length;
  const waived = standing.gates.waivers.filter(({ waiver }) =>
    conditions.some(({ item, state }) => state === "waived" && waiver.item === `${entry.gate!.gate}.${item}`),
  );
  const unanswered = entry.gate.openQuestions ?? [];
  const named = line`gate ${number}, ${style.paint("strong", style.text(title))}`;
  const approved = style.text(`approved by ${namedAs(approver, entry)} on ${dateLabel(entry.date)}`);
  return linesText([
    ...paragraph(
      line`${style.paint("good", line`Passed`)} ${style.paint("name", style.text(entry.id))}: ${named}, ${approved}`,
      style,
      0,
    ),
    line`  ${met} of ${style.text(countLabel(counted.length, "condition"))} met`,
    ...waived.flatMap((item) =>
      paragraph(style.text(`${item.waiver.item}: ${waiverSentence(item)}`), style, 2, "warn"),
    ),
    ...openQuestions(unanswered, entry.gate.gate, gate?.questions.length ?? unanswered.length, style),
    ...paragraph(nextGate(next, style), style, 0),
  ]);
}

/** The questions that the document of a passed gate leaves open. */
function openQuestions(open: readonly string[], gate: string, asked: number, style: Style): readonly Safe[] {
  if (open.length === 0) return [];
  const are = open.length === 1 ? "is" : "are";
  const ids = listLabel(open.map((id) => `${gate}.${id}`));
  const text = `${open.length} of the ${countLabel(asked, "question")} of its document ${are} OPEN: ${ids}`;
  return paragraph(style.text(text), style, 2, "warn");
}

function nextGate(next: PassResult["next"], style: Style): Safe {
  const word = style.paint("strong", line`Next`);
  if (next === undefined) return line`${word}    that was the last gate`;
  const named = style.text(`gate ${next.gate.number}, ${next.gate.title}`);
  return line`${word}    ${named}: ${style.paint("name", line`poc gate`)}`;
}

const WAIVE = '--waive ITEM --reason "…" --until DAY';

function refusal({ gate, asked, missing, reopened }: PassResult, style: Style): string {
  if (gate === undefined) return "";
  const { id, title, number } = gate.gate;
  const named = style.text(`Gate ${number}, ${title}`);
  const first =
    asked === undefined
      ? []
      : paragraph(
          line`${style.text(asked.gate.title)} cannot be passed yet, because gates are passed in order.`,
          style,
          0,
        );
  const pass = style.text(`poc gate pass ${id} --approver "…"`);
  const own =
    missing.length === 0
      ? paragraph(line`${named}, is next and ready to pass: ${style.paint("name", pass)}`, style, 0)
      : paragraph(line`${named}: ${style.text(leftOfGate(countOpen(gate, missing)))}.`, style, 0);
  const flags = style.paint("name", style.text(WAIVE));
  const waive = missing.some(({ item }) => item.waivable)
    ? [
        EMPTY,
        ...paragraph(
          line`To pass with a condition open, name the person responsible and the last day: ${flags}`,
          style,
          0,
          "faint",
        ),
      ]
    : [];
  return linesText([
    ...first,
    ...reopenedLines(reopened, style),
    ...own,
    ...closingLines(missing, style, "with what is wrong"),
    ...waive,
    EMPTY,
    line`${style.paint("bad", line`Not passed`)}. Nothing was written.`,
  ]);
}

/** The waiver as it was recorded. */
export function waiveAnswer({ entry, standing }: WaiveResult, style: Style): string {
  const waivers = standing.gates.waivers.filter((item) => item.entry === entry);
  return linesText(
    waivers.flatMap((item) =>
      paragraph(
        line`${style.paint("warn", line`Waived`)} ${style.paint("name", style.text(item.entry.id))}: ${style.text(
          `${item.waiver.item}, ${waiverSentence(item)}`,
        )}`,
        style,
        0,
      ),
    ),
  );
}
