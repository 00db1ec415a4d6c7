import { PORTFOLIO_FILE, type Portfolio } from "../../domain/portfolio/portfolio.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { DiagnosedFault, FileFault, UsageFault } from "../ports/faults.ts";
import type { Context, Files, FolderItem } from "../ports/ports.ts";
import { findPocs, partsOf, type ClosedFolder, type PocPlace, type PocSearch } from "./find-pocs.ts";

/** The PoCs that a person or a file named, and what the file says of them. */
export interface OpenPortfolio extends PocSearch {
  readonly portfolio: Portfolio;
  /** Absolute path of the file; undefined where there is none, or several. */
  readonly file: string | undefined;
}

const LARGEST_FILE = 256 * 1024;

/**
 * Finds the PoCs that are meant: below folders, in what patterns name, or in the checkouts that files such as
 * portfolio.yaml list. A folder that has such a file is the portfolio that the file describes. Each PoC is there once,
 * by path. What a file lists and is not there is among `closed`.
 *
 * @param named folders, patterns and files; none is the current directory
 * @throws UsageFault where something that was typed is not there
 * @throws DiagnosedFault where a file cannot be read
 */
export async function openPortfolio(
  context: Pick<Context, "cwd" | "files">,
  named: readonly string[],
): Promise<OpenPortfolio> {
  const parts: PocSearch[] = [];
  const portfolios: { readonly file: string; readonly portfolio: Portfolio }[] = [];
  for (const typed of meant(context, named)) {
    const charter = charterTyped(context.files, typed);
    if (charter !== undefined) {
      parts.push({ places: [charter], closed: [] });
      continue;
    }
    const file = portfolioFile(context.files, typed);
    if (file === undefined) {
      parts.push(await placesOf(context.files, typed, typed));
      continue;
    }
    const portfolio = await readFile(context.files, file);
    portfolios.push({ file, portfolio });
    for (const path of portfolio.paths ?? ["."]) parts.push(await listedPlaces(context.files, file, path));
  }
  const [only] = portfolios.length === 1 ? portfolios : [];
  return {
    portfolio: only?.portfolio ?? { exchange: [] },
    file: only?.file,
    places: onceEach(parts.flatMap(({ places }) => places)),
    closed: onceEach(parts.flatMap(({ closed }) => closed)),
  };
}

/**
 * What was typed, without files that can be no list: where a shell puts all names in the place of `*`, README.md and
 * evals.yaml are among them. A single name is always taken at its word.
 */
function meant({ cwd, files }: Pick<Context, "cwd" | "files">, named: readonly string[]): readonly string[] {
  if (named.length === 0) return [cwd];
  const others = named.filter((typed) => {
    const file = fileAt(files, files.resolve(typed));
    return file === undefined || file.name === DEFINITION_FILES.charter || mayList(file.name);
  });
  return others.length === 0 ? named : others;
}

function mayList(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !Object.values<string>(DEFINITION_FILES).includes(name);
}

/** The PoC whose poc.yaml was typed: what a shell makes of a pattern of such files. */
function charterTyped(files: Files, typed: string): PocPlace | undefined {
  const file = fileAt(files, files.resolve(typed));
  if (file?.name !== DEFINITION_FILES.charter) return undefined;
  const { path } = files.folder(file.folder);
  return { path, hasCharter: true, items: partsOf(itemsIn(files, path) ?? []) };
}

interface TypedFile {
  readonly folder: string;
  readonly name: string;
}

/** The file at an absolute path; undefined where none lies there. */
function fileAt(files: Files, path: string): TypedFile | undefined {
  const cut = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  const [folder, name] = [path.slice(0, Math.max(cut, 1)), path.slice(cut + 1)];
  const isThere = itemsIn(files, folder)?.some((item) => item.name === name && item.kind !== "folder") === true;
  // A link to a folder is none.
  return isThere && itemsIn(files, path) === undefined ? { folder, name } : undefined;
}

/** The file that a typed path means: itself, or the one in the folder. Undefined where it is a folder without one. */
function portfolioFile(files: Files, typed: string): string | undefined {
  const path = files.resolve(typed);
  const items = itemsIn(files, path);
  if (items !== undefined)
    return items.some(({ name, kind }) => name === PORTFOLIO_FILE && kind === "file")
      ? `${path}/${PORTFOLIO_FILE}`
      : undefined;
  return /\.ya?ml$/i.test(path) && !/[*?[\]{}]/.test(typed) ? path : undefined;
}

function itemsIn(files: Files, path: string): readonly FolderItem[] | undefined {
  try {
    return files.namesIn(path);
  } catch (fault) {
    if (fault instanceof FileFault) return undefined;
    throw fault;
  }
}

async function readFile(files: Files, file: string): Promise<Portfolio> {
  const bytes = files.readNamed(file, LARGEST_FILE);
  const { readPortfolio } = await import("../../document/reading/read-portfolio.ts");
  const { portfolio, diagnostics } = readPortfolio(bytes, file);
  if (diagnostics.length > 0) throw new DiagnosedFault(diagnostics);
  return portfolio;
}

/** A checkout that is not there is no reason to show nothing of the others. */
async function listedPlaces(files: Files, file: string, path: string): Promise<PocSearch> {
  const folder = file.slice(0, file.lastIndexOf("/"));
  const full = /^(\/|[A-Za-z]:[\\/])/.test(path) ? path : `${folder}/${path}`;
  try {
    const found = await placesOf(files, full, path);
    return found.places.length + found.closed.length > 0
      ? found
      : { places: [], closed: [{ path: files.resolve(full), why: `${path} has no PoC` }] };
  } catch (fault) {
    if (!(fault instanceof FileFault || fault instanceof UsageFault)) throw fault;
    return { places: [], closed: [{ path: files.resolve(full), why: fault.message }] };
  }
}

async function placesOf(files: Files, path: string, shown: string): Promise<PocSearch> {
  if (itemsIn(files, path) === undefined && /[*?[\]{}()!]/.test(path)) {
    const { isPattern, matchingPlaces } = await import("./matching-places.ts");
    if (isPattern(path)) return matchingPlaces(files, path);
  }
  const start = files.folder(files.resolve(path)).path;
  const found = findPocs(files, start);
  const closed = found.closed.find((one) => one.path === start);
  if (closed !== undefined && found.places.length === 0)
    throw new UsageFault(
      `cannot look for PoCs in ${shown}: ${closed.why}`,
      "name a folder, a pattern, or a list of them",
    );
  return found;
}

function onceEach<T extends PocPlace | ClosedFolder>(all: readonly T[]): readonly T[] {
  const byPath = new Map(all.map((one) => [one.path, one]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
