import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type {
  GateItemStanding,
  GateQuestionStanding,
  GateStanding,
  GateWay,
} from "../../domain/gates/gate-standing.ts";
import {
  conditionsOf,
  countConditions,
  documentsOf,
  isDocument,
  openConditions,
  reopenedConditions,
} from "../../domain/gates/open-conditions.ts";
import type { GateArtifact } from "../../domain/records/gate.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { GatesResult } from "../../app/gates/show-gates.ts";
import { wrap } from "../terminal/display-width.ts";
import { cell, ends, paragraph, table, type Row } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, sliceSafe, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import type { Role } from "../terminal/paint.ts";
import { signSentence } from "../../wording/gate-signs.ts";
import { leftOfGate, closingOf, gateClause, waiverSentence } from "../../wording/gate-reasons.ts";
import { namedAs } from "../../wording/people.ts";

/** All gates on a few lines, and the one where the PoC stands, or that was asked for, in full. */
export function gatesText(
  { standing, way, shown }: Pick<GatesResult, "standing" | "way" | "shown">,
  style: Style,
): string {
  return linesText([
    ...overview(standing, way, style),
    ...(shown === undefined ? [] : [EMPTY, ...gateLines(shown, style)]),
    ...(shown === undefined ? [] : nextLines(shown, way, standing, style)),
  ]);
}

function overview(standing: Standing, way: GateWay, style: Style): readonly Safe[] {
  const { charter } = standing.definitions;
  const passed = way.gates.filter(({ place }) => place === "passed").length;
  const asked = way.gates.filter(({ place }) => place !== "dropped").length;
  return [
    ...ends(
      cell(style.text(charter?.title ?? "A PoC without a charter"), "strong"),
      cell(style.text(`${passed} of ${countLabel(asked, "gate")} passed`), "strong"),
      style,
    ),
    ...table(
      way.gates.map((gate) => overviewRow(gate, way, style)),
      style,
      { indent: 0, most: [undefined, Math.floor(style.columns * 0.4)] },
    ),
  ];
}

function overviewRow(standing: GateStanding, way: GateWay, style: Style): Row {
  const { gate, place } = standing;
  const here = place === "here";
  const mark = here ? style.signs.atLeast : line` `;
  return {
    cells: [
      cell(line`${mark} ${gate.number}`, here ? "strong" : "faint"),
      cell(style.text(gate.title), here ? "strong" : place === "passed" ? undefined : "faint"),
    ],
    tail: cell(...placeOf(standing, way, style)),
  };
}

function placeOf(standing: GateStanding, way: GateWay, style: Style): [Safe, Role | undefined] {
  const { place, passage, gate, begun } = standing;
  switch (place) {
    case "passed": {
      const states = conditionsOf<GateItemStanding>(standing).map(({ state }) => state);
      const waived = states.filter((state) => state === "waived").length;
      const again = reopenedConditions({ gates: [standing] }).length;
      const without = [waived === 0 ? "" : `${waived} waived`, again === 0 ? "" : `${again} OPEN AGAIN`].filter(
        (text) => text !== "",
      );
      const approver = namedAs(passage!.passage.approver, passage!.entry);
      const told = [`passed ${longDateLabel(passage!.entry.date)}`, approver, ...without].join(", ");
      return [style.text(told), again > 0 ? "bad" : waived > 0 ? "warn" : "good"];
    }
    case "here": {
      if (way.endedBy !== undefined) return [line`HERE, ended by a no-go`, "bad"];
      const left = leftOfGate(countConditions(standing));
      return [style.text(left === "" ? "HERE, ready to pass" : `HERE, ${left}`), "strong"];
    }
    case "ahead":
      return begun ? [line`ahead, but begun`, undefined] : [line`ahead`, "faint"];
    case "passed-over":
      return [line`NOT PASSED, but a later gate was`, "warn"];
    case "dropped":
      return [style.text(`not needed: ${gate.dropped ?? ""}`), "faint"];
  }
}

/** One gate with all that it asks for. */
function gateLines(standing: GateStanding, style: Style): readonly Safe[] {
  const { gate, place, entry, exit, artifacts, questions } = standing;
  const { met, of } = countConditions(standing);
  const right = place === "ahead" ? line`ahead` : line`${met} of ${style.text(countLabel(of, "condition"))} met`;
  const isCondition = ({ item }: GateItemStanding<GateArtifact>) => !isDocument(item);
  const documents = documentsOf(standing);
  return [
    ...ends(cell(style.text(`Gate ${gate.number}: ${gate.title}`), "strong"), cell(right, "strong"), style),
    ...paragraph(style.text(gate.purpose), style, 0, "faint"),
    ...section(
      "To begin",
      entry.filter(isCondition).flatMap((item) => itemLines(item, style)),
      style,
    ),
    ...section(
      "To pass it",
      exit.filter(isCondition).flatMap((item) => itemLines(item, style)),
      style,
    ),
    ...section(
      "Deliverables",
      artifacts.filter(isCondition).flatMap((item) => itemLines(item, style)),
      style,
    ),
    ...section(
      documents.length === 1 ? "Document" : "Documents",
      documents.flatMap((item) => itemLines(item, style)),
      style,
    ),
    ...section(
      "Questions for its document",
      questions.flatMap((question) => questionLines(question, style)),
      style,
    ),
    ...section("Watch out for", pitfallLines(standing, style), style),
  ];
}

function section(title: string, lines: readonly Safe[], style: Style): readonly Safe[] {
  return lines.length === 0 ? [] : [EMPTY, style.paint("strong", style.text(title)), ...lines];
}

const INDENT = 6;

const BOXES = { met: line`[x]`, open: line`[ ]`, failed: line`[!]`, stale: line`[!]`, waived: line`[~]` } as const;
const ROLES: Readonly<Record<GateItemStanding["state"], Role | undefined>> = {
  met: "good",
  open: undefined,
  failed: "bad",
  stale: "bad",
  waived: "warn",
};
const WORDS = { met: EMPTY, open: EMPTY, failed: line`FAILS: `, stale: line`STALE: `, waived: line`WAIVED: ` } as const;

function itemLines(
  { item, state, basis, because, entries, waiver }: GateItemStanding<GateArtifact>,
  style: Style,
): readonly Safe[] {
  const role = ROLES[state];
  const text = wrap(style.text(item.text), style.columns - INDENT);
  const word = state === "met" && basis === "person" ? line`on a person's word, ` : WORDS[state];
  const said =
    waiver === undefined
      ? []
      : paragraph(
          line`${style.text(waiverSentence(waiver))}${entriesText([waiver.entry.id], style)}`,
          style,
          INDENT,
          "warn",
        );
  return [
    ...text.map((part, k) => {
      const before = k === 0 ? line`  ${painted(BOXES[state], role, style)} ` : line`      `;
      return line`${before}${painted(part, state === "met" ? undefined : "strong", style)}`;
    }),
    ...paragraph(
      line`${word}${style.text(gateClause(because))}${entriesText(entries, style)}`,
      style,
      INDENT,
      state === "met" || state === "open" ? "faint" : role,
    ),
    ...said,
  ];
}

function painted(text: Safe, role: Role | undefined, style: Style): Safe {
  return role === undefined ? text : style.paint(role, text);
}

const MOST_ENTRIES = 4;

function entriesText(entries: readonly string[], style: Style): Safe {
  const ids = [...new Set(entries)];
  if (ids.length === 0) return EMPTY;
  const more = ids.length > MOST_ENTRIES ? [style.signs.ellipsis] : [];
  return line` (${style.text([...ids.slice(0, MOST_ENTRIES), ...more].join(", "))})`;
}

function questionLines({ question, id, answer }: GateQuestionStanding, style: Style): readonly Safe[] {
  if (answer === undefined)
    return [
      ...bullet(style.text(question.text), style),
      ...paragraph(line`OPEN: poc log --attest ${style.text(id)}=LINK "the answer"`, style, 4, "faint"),
    ];
  const { text, link, by, date, entry } = answer;
  const said =
    text === ""
      ? line`OPEN: answered by a link only, ${style.text(link)}`
      : line`${style.text(text)}, ${style.text(link)}`;
  return [
    ...bullet(style.text(question.text), style),
    ...paragraph(line`${said} (${style.text(by)}, ${style.text(longDateLabel(date))}, ${style.text(entry)})`, style, 4),
  ];
}

function bullet(text: Safe, style: Style): readonly Safe[] {
  return paragraph(text, style, 4).map((part, k) =>
    k === 0 ? line`  ${style.signs.bullet} ${sliceSafe(part, 4)}` : part,
  );
}

function pitfallLines({ gate, signs, place, begun }: GateStanding, style: Style): readonly Safe[] {
  const none =
    place === "here" || place === "passed" || begun
      ? line`The log shows no sign of it.`
      : line`The log is searched for signs once the gate is reached.`;
  return [
    ...paragraph(style.text(gate.pitfall.text), style, 2),
    ...(signs.length === 0
      ? gate.pitfall.signs.length === 0
        ? []
        : paragraph(none, style, 2, "faint")
      : [style.paint("warn", line`  Signs of it in this log:`)]),
    ...signs.flatMap((sign) =>
      bullet(line`${style.text(signSentence(sign.shows))}${entriesText(sign.entries, style)}`, style),
    ),
  ];
}

/** What to do next: what closes each open condition, and how the gate is passed. */
function nextLines(shown: GateStanding, way: GateWay, standing: Standing, style: Style): readonly Safe[] {
  const current = standing.decision.current;
  if (way.endedBy !== undefined && current !== undefined) {
    const ended =
      `${outcomeLabel(current.decision.outcome)}, by ${namedAs(current.decision.by, current.entry)} on ` +
      `${longDateLabel(current.entry.date)}: it ends here (${current.entry.id})`;
    return [EMPTY, ...paragraph(style.text(ended), style, 0, "bad")];
  }
  if (shown.place !== "here" && shown.place !== "passed") return [];
  const again = reopenedConditions(shown.place === "here" ? way : { gates: [shown] });
  const open = shown.place === "here" ? openConditions(shown) : [];
  const ready =
    open.length + again.length === 0 && shown.place === "here"
      ? [line`  ${style.paint("name", passCommand(shown, standing, style))}`]
      : [];
  return section("Next", [...reopenedLines(again, style), ...closingLines(open, style), ...ready], style);
}

/** What was waived when a gate was passed and not closed in time. Also where passing was refused. */
export function reopenedLines(again: readonly GateItemStanding<GateArtifact>[], style: Style): readonly Safe[] {
  if (again.length === 0) return [];
  return [
    ...paragraph(line`Open again, because a waiver has expired:`, style, 2, "bad"),
    ...again.flatMap((item) => [
      ...closingLines([item], style),
      ...paragraph(style.text(`poc gate waive ${item.id} --reason "…" --approver "…" --until DAY`), style, 4, "name"),
    ]),
  ];
}

/**
 * The open conditions by their ids, each with how to close it. Where passing was refused, also why it does not do: what
 * is stale, what the evidence speaks against, and how far a list is.
 */
export function closingLines(
  open: readonly GateItemStanding<GateArtifact>[],
  style: Style,
  told?: "with what is wrong",
): readonly Safe[] {
  return open.flatMap((item) => {
    const closing = closingOf(item);
    if (closing === undefined) return [];
    const how = closing.how === "" ? item.item.text : `${item.item.text}: ${closing.how}`;
    const wrong = told !== undefined && (item.state !== "open" || item.because.code === "checklist");
    return [
      ...bullet(line`${style.text(`${how} `)}${style.paint("faint", style.text(`(${item.id})`))}`, style),
      ...(wrong
        ? paragraph(line`${WORDS[item.state]}${style.text(gateClause(item.because))}`, style, 4, ROLES[item.state])
        : []),
      ...closing.commands.flatMap((command) => paragraph(style.text(command), style, 4, "name")),
    ];
  });
}

function passCommand({ gate }: GateStanding, { definitions: { charter } }: Standing, style: Style): Safe {
  return style.text(`poc gate pass ${gate.id} --approver "${charter?.sponsor?.name ?? "…"}"`);
}
