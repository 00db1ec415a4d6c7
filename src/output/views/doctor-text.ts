import type { DoctorResult, Examined, Finding } from "../../app/doctor/examine.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { cell, table, type Row } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Role } from "../terminal/paint.ts";
import type { Style } from "../terminal/style.ts";

/** As people call what was looked at. */
const LABELS: Readonly<Record<Examined, string>> = {
  node: "Node",
  git: "git",
  identity: "you",
  zone: "time zone",
  clock: "clock",
  terminal: "terminal",
  browser: "browser",
  organisation: "organisation",
  templates: "templates",
  poc: "PoC",
  "write-access": "writes to",
  cache: "cache",
};

const HEALTH: Readonly<Record<Finding["health"], { readonly word: Safe; readonly role: Role }>> = {
  well: { word: line`ok`, role: "good" },
  limited: { word: line`limited`, role: "warn" },
  broken: { word: line`BROKEN`, role: "bad" },
};

/** One line for each thing that was looked at; below it what helps. */
export function doctorText({ findings }: DoctorResult, style: Style): string {
  const rows = [...findings].flatMap(([name, { health, found, advice }]): readonly Row[] => {
    const { word, role } = HEALTH[health];
    const cells = [cell(word, role), cell(style.text(LABELS[name]))];
    const told = { cells, tail: cell(style.text(found)) };
    return advice === undefined
      ? [told]
      : [told, { cells: [cell(EMPTY), cell(EMPTY)], tail: cell(style.text(advice), "faint") }];
  });
  return linesText([...table(rows, style, { indent: 0 }), EMPTY, conclusion(findings, style)]);
}

function conclusion(findings: DoctorResult["findings"], style: Style): Safe {
  const count = (health: Finding["health"]) => [...findings.values()].filter((one) => one.health === health).length;
  const [wrong, less] = [count("broken"), count("limited")];
  if (wrong > 0)
    return style.paint("bad", style.text(`${countLabel(wrong, "thing")} must be fixed before poc works here.`));
  return less > 0
    ? style.text(`poc works here; ${countLabel(less, "thing")} could be better.`)
    : style.paint("good", line`Everything works.`);
}
