import { RecordsFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { findFolder } from "../poc/open-poc.ts";
import type { PocPlace } from "../portfolio/find-pocs.ts";
import { openPortfolio, type OpenPortfolio } from "../portfolio/open-portfolio.ts";

/** A PoC with the name that every table has for it. */
export interface KeyedPlace extends PocPlace {
  /** As people find it: relative to the current directory if it lies below. */
  readonly shown: string;
  readonly key: string;
  readonly source: string;
  /** Path in the repository. */
  readonly within: string;
  /** Name of its files, without their ending: one for each key, on every machine. */
  readonly file: string;
}

/** The PoCs that are meant, and folders that could not be looked into. */
export interface KeyedPlaces extends Pick<OpenPortfolio, "closed"> {
  readonly places: readonly KeyedPlace[];
}

/**
 * The PoCs of some folders with their keys: the repository and the place in it, so that the same PoC has the same key
 * on every machine and in every export.
 *
 * @param directories folders, patterns, lists of checkouts, as `poc list` takes them; none is the current folder
 * @param named what the repository is to be called; else it is called as its folder
 * @throws RecordsFault where two have one key, NoPocFault where a folder has none
 */
export async function exportKeys(
  context: Context,
  directories: readonly string[],
  named: string | undefined,
): Promise<KeyedPlaces> {
  const { places, closed } = await placesIn(context, directories);
  const repository = await context.repository();
  const sha256 = await context.sha256();
  const keyed = places.map(({ path, hasCharter }): KeyedPlace => {
    const place = repository.placeOf(path);
    const root = place === undefined ? path : withoutEnd(path, place);
    const shown = shownPath(context, path);
    const source = named ?? lastOf(root);
    const within = place ?? (named === undefined ? "" : shown === path || shown === "." ? lastOf(path) : shown);
    const key = within === "" ? source : `${source}/${within}`;
    const hash = sha256(key).slice(0, HASH_LENGTH);
    const file = `${fileSafe(lastOf(key))}-${hash}`;
    return { path, shown, hasCharter, key, source, within, file };
  });
  refuseTwins(keyed);
  return { places: keyed, closed };
}

/** As people find a folder: relative to the current directory if it lies there. */
export function shownPath({ files, cwd }: Pick<Context, "files" | "cwd">, path: string): string {
  const here = files.folder(cwd).path;
  if (path === here) return ".";
  return path.startsWith(`${here}/`) ? path.slice(here.length + 1) : path;
}

const HASH_LENGTH = 10;

/** Inside a PoC that has no other PoCs below it, that PoC is meant. */
async function placesIn(
  context: Context,
  directories: readonly string[],
): Promise<Pick<OpenPortfolio, "places" | "closed">> {
  const found = await openPortfolio(context, directories);
  if (found.places.length > 0 || directories.length > 0) return found;
  return { places: [{ path: findFolder(context, undefined).path, hasCharter: true }], closed: [] };
}

function refuseTwins(keyed: readonly KeyedPlace[]): void {
  const byKey = new Map<string, KeyedPlace>();
  for (const place of keyed) {
    const other = byKey.get(place.key);
    if (other !== undefined) throw sameKeyFault(other.shown, place);
    byKey.set(place.key, place);
  }
}

/** @param other where the other PoC is, for people */
export function sameKeyFault(other: string, { shown, key }: KeyedPlace): RecordsFault {
  return new RecordsFault(
    `${other} and ${shown} would have the same key, "${key}"; nothing was written`,
    "export each repository separately, and name it: --source acme/retrieval",
  );
}

function withoutEnd(path: string, place: string): string {
  return place === "" ? path : path.slice(0, path.length - place.length - 1);
}

function lastOf(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== "") ?? "poc";
}

function fileSafe(name: string): string {
  const safe = name.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replaceAll(/^[-.]+|[-.]+$/g, "");
  return safe === "" ? "poc" : safe.slice(0, 60);
}
