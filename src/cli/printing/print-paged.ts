import type { Context } from "../../app/ports/ports.ts";
import { withoutLinks } from "../../output/terminal/hyperlinks.ts";

/** Lines of the terminal that the next prompt takes. */
const PROMPT = 2;

/** A text to read: through the pager if it is longer than the terminal, unless the person wants none. */
export async function printPaged(
  context: Context,
  text: string,
  { pager }: { readonly pager: boolean },
): Promise<void> {
  const { terminal, env } = context;
  const { rows } = terminal;
  const fits = rows === undefined || text.split("\n").length <= rows - PROMPT;
  const reads = pager && terminal.outIsTerminal && terminal.inIsTerminal && env["TERM"] !== "dumb" && !fits;
  // Versions of less before 566 print the addresses as text.
  if (reads && (await context.pager()).page(withoutLinks(text))) return;
  terminal.out(text);
}
