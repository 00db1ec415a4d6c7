import type { LabelSheetResult } from "../../app/import/labels/write-label-sheet.ts";
import { countLabel, numberLabel } from "../../domain/scalars/labels.ts";
import { safe } from "../terminal/safe.ts";

/** What was drawn, and what a person does with it. */
export function labelSheetAnswer({ eval: id, arm, files, cases, judged, seed }: LabelSheetResult): string {
  const [csv = "", page = ""] = files;
  const lines = [
    `Drawn    ${countLabel(cases, "case")} of ${numberLabel(judged.n)}${arm === "" ? "" : ` of ${arm}`}, ` +
      `of which the judge counted ${numberLabel(judged.x)}; seed ${seed}`,
    `Written  ${csv}`,
    `         ${page}, to print`,
    "Next     write yes or no for each case, without looking at the judge's verdict; then",
    `         poc log "Labels" --labels ${id}=@${csv}`,
  ];
  return `${lines.map((one) => safe(one)).join("\n")}\n`;
}
