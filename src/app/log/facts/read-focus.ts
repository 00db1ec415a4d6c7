import type { Focus } from "../../../domain/records/entry.ts";
import { optional } from "../../../domain/scalars/optional.ts";
import { parseShare } from "../../../domain/scalars/readings/parse-share.ts";
import type { FlagProblems } from "./flag-problems.ts";

/** Reads `60%`, or `60%: on call` with what the rest of the day went to. */
export function readFocus(text: string, problems: FlagProblems): Focus | undefined {
  const [typed = "", ...words] = text.split(":");
  const share = problems.take("--focus", typed.trim(), parseShare(typed));
  const what = words.join(":").trim();
  return share === undefined ? undefined : { share, ...optional("what", what === "" ? undefined : what) };
}
