import type { Assets } from "../ports/ports.ts";

/** A file of the skill, by its name in `skills/poc/` of the package. */
export interface SkillFile {
  readonly name: string;
  /** What it says, for lists. */
  readonly about: string;
}

export const SKILL_FOLDER = "skills/poc";

export const SKILL_FILES: readonly SkillFile[] = [
  { name: "SKILL.md", about: "How an agent keeps the log of a proof of concept, and what stays with people" },
  { name: "references/logging.md", about: "What to log, and how" },
  { name: "references/evidence.md", about: "Which figures need evidence" },
  { name: "references/exit-codes.md", about: "What the exit codes mean, and what to do" },
  { name: "references/people.md", about: "What only people do, and what they type" },
];

/** Text of a file of the skill; it is part of the package. */
export function skillText(assets: Assets, name: string): string {
  const text = assets.text(`${SKILL_FOLDER}/${name}`);
  if (text === undefined) throw new Error(`the package lacks ${SKILL_FOLDER}/${name}`);
  return text;
}
