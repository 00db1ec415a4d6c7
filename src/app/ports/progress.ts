import type { Context } from "./ports.ts";

/** What takes a while says so on standard error, on a terminal only, and takes its line away when it is done. */
export interface Progress {
  /** Says how far the work is. Called as often as the caller likes: what takes less than a second shows nothing. */
  tell(done: number, of: number): void;
  /** Takes the line away. The work calls it before anything else is printed, and where it fails too. */
  end(): void;
}

/** Work that takes less shows nothing, for a line that flashes up and is gone only disturbs. */
const SILENT_MS = 1000;
/** More often than this nobody can read. */
const STEP_MS = 100;

/**
 * @param what is done, as a clause: `Reading runs/latency.csv`
 * @param slow the work takes over a second and cannot tell how far it is, as a program that is waited for: the line
 *   appears at once
 */
export function progressOf(
  { terminal, clock }: Pick<Context, "terminal" | "clock">,
  what: string,
  { slow = false }: { readonly slow?: boolean } = {},
): Progress {
  let shown = "";
  let next = clock.now() + SILENT_MS;
  const show = (text: string) => {
    // Blanks instead of an escape sequence: every terminal understands them.
    terminal.err(`\r${text.padEnd(shown.length)}${text === "" ? "\r" : ""}`);
    shown = text;
  };
  const fitted = (text: string) => (text.length < terminal.columns ? text : text.slice(0, terminal.columns - 1));
  if (!terminal.errIsTerminal) return { tell: () => {}, end: () => {} };
  if (slow) show(fitted(`${what} …`));
  return {
    tell(done, of) {
      const now = clock.now();
      if (now < next) return;
      next = now + STEP_MS;
      show(fitted(`${what}: ${of > 0 ? Math.floor((100 * done) / of) : 100}%`));
    },
    end() {
      if (shown !== "") show("");
    },
  };
}
