import { htmlText } from "../text/html-text.ts";

/** A blind sheet: cases without what the judge said of them. */
export interface LabelSheet {
  readonly eval: string;
  /** What is counted, in words. */
  readonly metric: string;
  /** Whose answers they are; "" where the result names no arm. */
  readonly arm: string;
  readonly cases: readonly string[];
  /** Which sample it is: the seed, and the file of cases it was drawn from. */
  readonly sheet: string;
}

/** The sheet as a table to fill in: `label` takes yes or no. */
export function labelSheetCsv({ cases, sheet, arm }: LabelSheet): string {
  const [heading, cell] = arm === "" ? ["", ""] : ["arm,", `${csvCell(arm)},`];
  return (
    [`case,label,note,${heading}sheet`, ...cases.map((id) => `${csvCell(id)},,,${cell}${sheet}`)].join("\n") + "\n"
  );
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}

const STYLE =
  "body{font:11pt/1.4 system-ui,sans-serif;margin:2rem auto;max-width:44rem;padding:0 1rem}" +
  "table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.35rem .5rem;text-align:left}" +
  "h1{font-size:1.5rem;line-height:1.25}tbody td:first-child{width:3rem}tbody th{width:30%}" +
  "td:nth-child(3),td:nth-child(4){width:4.5rem;white-space:nowrap}" +
  "tr{break-inside:avoid}thead{display:table-header-group}" +
  "@page{margin:15mm}@media print{body{margin:0;max-width:none}}@media(prefers-color-scheme:dark){" +
  "@media screen{body{background:#111;color:#eee}}}";

/** The same to print: one row a case, with boxes to tick. It has no script and asks for nothing. */
export function labelSheetPage({ eval: id, metric, arm, cases, sheet }: LabelSheet): string {
  const rows = cases.map(
    (name, index) =>
      `<tr><td>${index + 1}</td><th scope="row"><bdi>${htmlText(name)}</bdi></th><td>☐ yes</td><td>☐ no</td>` +
      "<td></td></tr>",
  );
  const title = `Labels for ${htmlText(id)}${arm === "" ? "" : `: ${htmlText(arm)}`}`;
  const whose = arm === "" ? "each case" : `what <strong><bdi>${htmlText(arm)}</bdi></strong> did with each case`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head><body><main>
<h1>${title}</h1>
<p>Look yourself at ${whose}, and say whether it counts as:
<strong><bdi>${htmlText(metric)}</bdi></strong>. What the judge said is left out, so that it does not lead you. Leave
open what nobody can tell.</p>
<p>Sheet ${htmlText(sheet)}, ${cases.length} cases.</p>
<table><thead><tr><th scope="col">No.</th><th scope="col">Case</th><th scope="col">Yes</th><th scope="col">No</th>
<th scope="col">Note</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table>
<p>Labelled by: ______________________ on: ______________</p>
</main></body></html>
`;
}
