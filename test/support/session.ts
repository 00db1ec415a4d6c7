import { POC, run, world, type World } from "./run.ts";

/** One step of a session: a command line, and what changes in the world before it. */
export interface Step extends Partial<Omit<World, "disk">> {
  /** As a person would type it: `poc log "Reranker on" --spend 12.40`. */
  readonly type: string;
}

/**
 * What a terminal would show of a session: each command line, what it printed, its exit code where that is not 0, and
 * at the end the files that were asked for. Errors are marked, so that one sees which stream a line went to.
 */
export async function transcript(
  steps: readonly Step[],
  start: Partial<World> = {},
  show: readonly string[] = [],
): Promise<string> {
  let here = world(start);
  const lines: string[] = [];
  for (const { type, ...changes } of steps) {
    here = { ...here, ...changes };
    const { exitCode, stdout, stderr } = await run(wordsOf(type).slice(1), here);
    lines.push(`$ ${type}`, ...block(stdout, ""), ...block(stderr, "! "));
    if (exitCode !== 0) lines.push(`(exit ${exitCode})`);
    lines.push("");
  }
  for (const name of show) {
    lines.push(`--- ${name}`, here.disk.get(`${POC}/${name}`) ?? "(not there)");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function block(text: string, mark: string): string[] {
  return text === ""
    ? []
    : text
        .replace(/\n$/, "")
        .split("\n")
        .map((line) => (mark + line).trimEnd());
}

/** Splits a line as a shell would, as far as the examples need: blanks, single and double quotes. */
export function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const match of line.matchAll(/((?:[^\s"']|"[^"]*"|'[^']*')+)/g))
    words.push(
      match[0].replace(
        /"([^"]*)"|'([^']*)'/g,
        (_, double: string | undefined, single: string | undefined) => double ?? single ?? "",
      ),
    );
  return words;
}
