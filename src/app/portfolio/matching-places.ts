import picomatch from "picomatch";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Files } from "../ports/ports.ts";
import { findPocs, type PocSearch } from "./find-pocs.ts";

/** Whether a path is a pattern of paths: `team-*`, `{claims,search}-poc`, `**`. */
export function isPattern(path: string): boolean {
  return picomatch.scan(path).isGlob;
}

/** Every PoC in what a pattern names: folders, or poc.yaml itself. */
export function matchingPlaces(files: Files, pattern: string): PocSearch {
  const { base, glob } = picomatch.scan(pattern);
  const start = files.folder(files.resolve(base === "" ? "." : base)).path;
  const matches = picomatch(glob);
  const { places, closed } = findPocs(files, start);
  const isMeant = (path: string) => {
    const within = path.slice(start.length).replaceAll("\\", "/").replace(/^\//, "");
    const parts = within.split("/");
    return parts.some((_, index) => matches(parts.slice(0, index + 1).join("/"))) || matches(charterOf(within));
  };
  return {
    places: places.filter(({ path }) => isMeant(path)),
    closed: closed.filter(({ path }) => path === start || isMeant(path)),
  };
}

function charterOf(within: string): string {
  return within === "" ? DEFINITION_FILES.charter : `${within}/${DEFINITION_FILES.charter}`;
}
