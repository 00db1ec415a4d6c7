import type { Assets, Sha256 } from "../ports/ports.ts";
import { SKILL_FILES, skillText } from "./skill-files.ts";

/** The tools that look for skills in a folder of their own; all of them read AGENTS.md too, or can be told to. */
export const AGENTS = ["claude", "codex", "cursor", "copilot", "gemini"] as const;
export type Agent = (typeof AGENTS)[number];

/** Where each looks, from the root of the repository. */
const PLACES: Readonly<Record<Agent, string>> = {
  claude: ".claude/skills/poc",
  codex: ".codex/skills/poc",
  cursor: ".cursor/skills/poc",
  copilot: ".github/skills/poc",
  gemini: ".gemini/skills/poc",
};

/** Where tools look that follow the common convention. */
const SHARED_PLACE = ".agents/skills/poc";

export const AGENTS_FILE = "AGENTS.md";

/** Folders in which the skill is put for these tools: the shared one first. */
export function placesFor(agents: readonly Agent[]): readonly string[] {
  return [SHARED_PLACE, ...agents.map((agent) => PLACES[agent])];
}

const MARK = /\n<!-- poc:agent sha256=([0-9a-f]{64}) -->\n$/;

/** The files of the skill below a folder, each with a last line by which `poc` knows it again. */
export function skillFilesAt(place: string, assets: Assets, sha256: Sha256): ReadonlyMap<string, string> {
  return new Map(
    SKILL_FILES.map(({ name }) => {
      const text = skillText(assets, name);
      return [`${place}/${name}`, `${text}\n<!-- poc:agent sha256=${sha256(text)} -->\n`];
    }),
  );
}

/** Whether a file is as some version of `poc` wrote it. An edited file belongs to the person who edited it. */
export function isOwnFile(text: string, sha256: Sha256): boolean {
  const plain = text.replaceAll("\r\n", "\n");
  const found = MARK.exec(plain);
  return found !== null && sha256(plain.slice(0, found.index)) === found[1];
}

const START = "<!-- poc:agent start -->";
const END = "<!-- poc:agent end -->";

const SECTION = `${START}
## Proofs of concept

Folders with a \`poc.yaml\` are proofs of concept. Before you work in one, read
\`${SHARED_PLACE}/SKILL.md\`. Log what you measured and spent with \`poc log\`, or with the tools of
\`poc mcp\`. Never change targets, kill criteria, caps or files in \`log/\`. Freezing, amending, clearing,
deciding, passing gates and attesting for people are acts of people: suggest them, and give the person the command.
${END}
`;

/** AGENTS.md with the section of \`poc\`, or without it; undefined where its marks do not match. */
export function withSection(text: string, wanted: boolean): string | undefined {
  const [starts, ends] = [text.split(START).length - 1, text.split(END).length - 1];
  if (starts !== ends || starts > 1 || text.indexOf(END) < text.indexOf(START)) return undefined;
  const section = wanted ? SECTION : "";
  if (starts === 0) return wanted ? `${text === "" ? "" : `${text.trimEnd()}\n\n`}${section}` : text;
  const [before, rest] = [
    text.slice(0, text.indexOf(START)),
    text.slice(text.indexOf(END) + END.length).replace(/^\r?\n/, ""),
  ];
  if (wanted) return before + section + rest;
  return rest.trim() === "" ? `${before.trimEnd()}${before.trim() === "" ? "" : "\n"}` : before + rest;
}
