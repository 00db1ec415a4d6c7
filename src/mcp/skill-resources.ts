import type { Assets } from "../app/ports/ports.ts";
import { SKILL_FILES, skillText } from "../app/agent/skill-files.ts";

const SCHEME = "skill://poc/";

/** The files of the skill, as resources that a client can list and read. */
export const SKILL_RESOURCES = SKILL_FILES.map(({ name, about }) => ({
  uri: `${SCHEME}${name}`,
  name: `poc/${name}`,
  description: about,
  mimeType: "text/markdown",
}));

/** Undefined where no resource has the address. */
export function readSkill(assets: Assets, uri: string) {
  const found = SKILL_RESOURCES.find((resource) => resource.uri === uri);
  if (found === undefined) return undefined;
  return { uri: found.uri, mimeType: found.mimeType, text: skillText(assets, uri.slice(SCHEME.length)) };
}
