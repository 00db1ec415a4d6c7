import type { Context } from "../app/ports/ports.ts";

type Env = Context["env"];

const PROGRAMS = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"];
const TERMINALS = ["xterm-kitty", "xterm-ghostty", "wezterm", "alacritty", "foot", "foot-extra"];
/** VTE 0.50.0, the first version with links, crashes on them. */
const VTE_FAULTY = 5000;

/** How terminals that show OSC 8 links say who they are. */
const KNOWN: readonly ((env: Env) => boolean)[] = [
  (env) => isSet(env["WT_SESSION"]),
  (env) => PROGRAMS.includes(env["TERM_PROGRAM"] ?? ""),
  (env) => TERMINALS.includes(env["TERM"] ?? ""),
  (env) => Number(env["VTE_VERSION"] ?? "") > VTE_FAULTY,
  (env) => isSet(env["KITTY_WINDOW_ID"]),
  (env) => isSet(env["KONSOLE_VERSION"]),
  (env) => isSet(env["DOMTERM"]),
];

/**
 * Whether the terminal turns OSC 8 sequences into links. FORCE_HYPERLINK answers for a terminal that is not known; it
 * brings none into a pipe, a log of CI, or a terminal that shows plain text only.
 */
export function showsLinks(env: Env, isTerminal: boolean): boolean {
  if (!isTerminal || env["CI"] !== undefined || isSet(env["NO_COLOR"]) || env["TERM"] === "dumb") return false;
  const forced = env["FORCE_HYPERLINK"];
  if (isSet(forced)) return forced !== "0" && forced !== "false";
  // Within a multiplexer the variables are those of the terminal around it, which may be another one by now.
  return !/^(screen|tmux)/.test(env["TERM"] ?? "") && KNOWN.some((known) => known(env));
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
