import type { AgentResult, FileChange } from "../../app/agent/manage-agent.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { linesText } from "../terminal/lines-text.ts";
import { line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** What would be done: a line for each file, and the lines that change in a file of the user's own. */
export function agentPlanText({ changes }: AgentResult, style: Style): string {
  return linesText(changes.filter(({ change }) => change !== "same").flatMap((change) => changeLines(change, style)));
}

function changeLines({ file, change, before, after, why }: FileChange, style: Style): readonly Safe[] {
  const name = style.text(file);
  if (change === "foreign") return [style.paint("warn", line`  left as it is: ${name} (${style.text(why ?? "")})`)];
  const [old, fresh] = [before, after].map((text) => (text ?? "").split("\n"));
  const mixed = change === "replace" && before !== undefined && after !== undefined && !file.includes("/");
  const words = { create: line`new`, replace: line`changed`, remove: line`removed`, same: line`` }[change];
  const size = style.text(countLabel((after ?? before ?? "").trimEnd().split("\n").length, "line"));
  return [
    line`  ${words}: ${style.paint("name", name)} ${style.paint("faint", line`(${size})`)}`,
    ...(mixed
      ? [
          ...(old ?? [])
            .filter((text) => fresh?.includes(text) !== true)
            .map((text) => line`    - ${style.text(text)}`),
          ...(fresh ?? [])
            .filter((text) => old?.includes(text) !== true)
            .map((text) => line`    + ${style.text(text)}`),
        ]
      : []),
  ];
}

/** What was done, or what to type to have it done. */
export function agentAnswer(result: AgentResult, act: "install" | "remove", style: Style): string {
  const due = result.changes.filter(({ change }) => change !== "same" && change !== "foreign");
  if (due.length === 0) return linesText([line`nothing to do: everything is up to date`]);
  if (!result.done) return linesText([line`nothing was written; add ${style.paint("name", line`--yes`)} to do it`]);
  const files = style.text(countLabel(due.length, "file"));
  return linesText([
    act === "install"
      ? line`Done: ${files}. Commit them, and every agent that works here reads them.`
      : line`Done: ${files} changed or removed.`,
  ]);
}
