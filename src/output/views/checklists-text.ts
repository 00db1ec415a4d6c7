import type { ListedChecklist, ListedChecklists } from "../../app/checklists/list-checklists.ts";
import { cell, paragraph, table, type Row } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { ASKED_LABELS } from "../../domain/records/checklist-items.ts";

/** Every list with how much of it is done: its name as `poc checklist` takes it, and from when on it is asked. */
export function checklistsText({ lists }: Pick<ListedChecklists, "lists">, style: Style): string {
  return linesText([
    style.paint("strong", line`Checklists`),
    ...table(
      lists.map((list) => row(list, style)),
      style,
      { indent: 2, most: [Math.floor(style.columns * 0.4)] },
    ),
    EMPTY,
    ...paragraph(
      line`poc checklist NAME shows one, item by item; exit cannot be changed; the others are yours to edit.`,
      style,
      0,
    ),
  ]);
}

function row({ found, standing }: ListedChecklist, style: Style): Row {
  const name = cell(style.text(found.name), "name");
  if (standing === undefined)
    return {
      cells: [name, cell(line`?`, "bad")],
      tail: cell(style.text(`CANNOT BE READ: ${found.file ?? found.name}`), "bad"),
    };
  const { checklist, items, asked } = standing;
  const met = items.filter(({ state }) => state === "met").length;
  const failed = items.filter(({ state }) => state === "failed").length;
  const commands = items.filter(({ item }) => item.check !== undefined).length;
  const facts = [
    checklist.title,
    failed === 0 ? "" : `${failed} FAIL${failed === 1 ? "S" : ""}`,
    commands === 0 ? "" : `${countLabel(commands, "command")} to run`,
    found.origin === "shipped" || found.file === undefined ? "" : `from ${found.file}`,
    asked ? "" : `asked ${ASKED_LABELS[checklist.asked]}`,
  ];
  return {
    cells: [
      name,
      cell(line`${met} of ${items.length}`, met === items.length ? "good" : failed > 0 ? "bad" : undefined),
    ],
    tail: cell(style.text(facts.filter((fact) => fact !== "").join("; "))),
  };
}
