import type { Context } from "../app/ports/ports.ts";
import { styleOf, type Style, type StyleOptions } from "../output/terminal/style.ts";

/**
 * How to write for a person on this terminal: NO_COLOR, FORCE_COLOR, CI, a dumb terminal and the locale are honoured.
 */
export function styleFor(context: Context, stream: "out" | "err"): Promise<Style> {
  const { terminal, env } = context;
  const isTerminal = stream === "out" ? terminal.outIsTerminal : terminal.errIsTerminal;
  // A dumb terminal may show no more than ASCII; what is piped does not reach it.
  const dumb = isTerminal && env["TERM"] === "dumb";
  return styleOf({
    colour: colourLevel(env, isTerminal),
    columns: terminal.columns,
    unicode: !dumb && isUnicode(env),
    terminal: isTerminal,
  });
}

function colourLevel(env: Context["env"], isTerminal: boolean): StyleOptions["colour"] {
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined && forced !== "")
    return forced === "0" || forced === "false" ? 0 : forced === "2" ? 2 : forced === "3" ? 3 : 1;
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return 0;
  if (!isTerminal || env["TERM"] === "dumb" || env["CI"] !== undefined) return 0;
  if (env["COLORTERM"] === "truecolor" || env["COLORTERM"] === "24bit") return 3;
  return env["TERM"]?.includes("256") === true ? 2 : 1;
}

/** A locale that says nothing is taken to be UTF-8, as that of most containers is in fact. */
function isUnicode(env: Context["env"]): boolean {
  const locale = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find((value) => value !== undefined && value !== "");
  return locale === undefined || /utf-?8/i.test(locale);
}
