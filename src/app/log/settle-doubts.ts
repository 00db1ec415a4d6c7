import { Cancelled } from "../ports/faults.ts";
import type { Context, Prompter } from "../ports/ports.ts";
import { LIST_OF, NOTHING_STORED } from "./ask-back.ts";
import type { Doubt } from "./facts/flag-problems.ts";
import type { LogRequest } from "./log-request.ts";

/**
 * The request with every doubt settled by the person at the terminal.
 *
 * @throws Cancelled where the person wants nothing stored
 */
export async function settledDoubts(
  context: Context,
  request: LogRequest,
  doubts: readonly Doubt[],
): Promise<LogRequest> {
  const prompter = await context.prompter();
  let settled = request;
  for (const doubt of doubts) settled = exchanged(settled, doubt, await askReading(prompter, doubt));
  return settled;
}

/** Which of its readings a text means. */
export async function askReading(prompter: Prompter, { flag, typed, readings }: Doubt): Promise<string> {
  const chosen = await prompter.choose(`${flag} "${typed.slice(0, 60)}" can mean several things. Which do you mean?`, [
    ...readings.map((reading) => ({ value: reading, label: reading })),
    { value: "", label: "Store nothing" },
  ]);
  if (chosen === "") throw new Cancelled(NOTHING_STORED);
  return chosen;
}

/** The flag may name the fact as well: `--eval latency`. */
function exchanged(request: LogRequest, { flag, typed }: Doubt, chosen: string): LogRequest {
  const name = flag.replace(/^--/, "").split(" ")[0];
  const list = Object.entries(LIST_OF).find(([key]) => key === name)?.[1];
  if (list === undefined) return request;
  const at = request[list].findIndex((text) => text.includes(typed));
  return { ...request, [list]: request[list].map((text, k) => (k === at ? text.replace(typed, () => chosen) : text)) };
}
