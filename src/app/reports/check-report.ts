import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { pathText } from "../../diagnostics/place.ts";
import { pathByIds } from "../../document/places/path-by-ids.ts";
import type { Sources } from "../../document/places/sources.ts";
import { failsAt } from "../poc/exit-code.ts";
import { judgeAll } from "../poc/read-checked.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import type { StandingRequest } from "../poc/read-standing.ts";
import type { Report } from "../poc/report.ts";
import type { FailOn } from "../ports/exit.ts";
import type { Context, Repository, Sha256 } from "../ports/ports.ts";

/** A diagnostic as a program takes it up: with a path and a name that mean the same on every machine and every day. */
export interface ReportedDiagnostic extends LocatedDiagnostic {
  /**
   * From the root of the repository, with forward slashes and without `..`. Absolute where the file lies outside of it.
   */
  readonly path: string;
  readonly relatedPaths: readonly string[];
  /**
   * Hex sha256 of code, path and field. The figures of today are not in it, so the same problem has the same name
   * tomorrow; two problems of one code at one place differ in it.
   */
  readonly fingerprint: string;
  /** Whether it makes `poc check` fail. */
  readonly fails: boolean;
}

/** What `poc check` found, for other programs. */
export interface CheckReport extends Report {
  /** Path of the PoC folder from the root of the repository: "" if it is the root. */
  readonly place: string;
  readonly reported: readonly ReportedDiagnostic[];
}

/** @throws RecordsFault where there is no PoC; UsageFault where `asOf` is neither a day nor an instant */
export async function readCheckReport(
  context: Context,
  request: StandingRequest & { readonly failOn: FailOn },
): Promise<CheckReport> {
  const { poc, instant } = await openPocAsOf(context, request.directory, request.asOf);
  const report = await judgeAll(context, poc, instant);
  const place = placeInRepository(await context.repository(), context.cwd, report.folder);
  const { failOn } = request;
  const reported = reportedOf(report.diagnostics, {
    place,
    folder: report.folder,
    sources: poc.sources,
    sha256: await context.sha256(),
    failOn,
  });
  return { ...report, place, reported };
}

/**
 * Of a PoC folder, from the root of its repository. Without a repository it is seen from the current directory, and
 * from the PoC folder itself where the current directory is not above it: a report never says `..`.
 */
export function placeInRepository(repository: Repository, cwd: string, folder: string): string {
  const place = repository.placeOf(folder);
  if (place !== undefined) return place;
  const here = cwd === "/" ? "" : cwd.replaceAll("\\", "/");
  const there = folder.replaceAll("\\", "/");
  return there.startsWith(`${here}/`) ? there.slice(here.length + 1) : "";
}

/** What diagnostics are named by. */
interface Naming {
  /** Path of the PoC folder from the root of the repository. */
  readonly place: string;
  /** Absolute path of the PoC folder. */
  readonly folder: string;
  readonly sources: Sources;
  readonly sha256: Sha256;
  readonly failOn: FailOn;
}

/** Diagnostics with the names by which other programs know them. */
export function reportedOf(
  diagnostics: readonly LocatedDiagnostic[],
  { place, folder, sources, sha256, failOn }: Naming,
): readonly ReportedDiagnostic[] {
  const inRepository = (file: string) => pathWithin(place, file) ?? absolutePath(folder, file);
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const { code, location, relatedLocations } = diagnostic;
    const path = inRepository(location.file);
    // A file outside of the repository lies somewhere else on each machine.
    const named = pathWithin(place, location.file) ?? location.file;
    const key = [code, named, pathText(pathByIds(sources, diagnostic.place))].join("\n");
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return {
      ...diagnostic,
      path,
      relatedPaths: relatedLocations.map(({ file }) => inRepository(file)),
      fingerprint: sha256(nth === 0 ? key : `${key}\n${nth}`),
      fails: failsAt(code, failOn),
    };
  });
}

/**
 * A file by its path from the root of the repository; undefined where it lies above that root. The files of an
 * organisation lie outside of the PoC: those that begin with `/`, `~` or a drive stay as they are.
 */
function pathWithin(place: string, file: string): string | undefined {
  if (/^([~/]|[A-Za-z]:)/.test(file)) return file;
  const steps = withoutUps([...place.split("/"), ...file.split("/")]);
  return steps?.join("/");
}

function absolutePath(folder: string, file: string): string {
  const [root = "", ...steps] = folder.replaceAll("\\", "/").split("/");
  return [root, ...(withoutUps([...steps, ...file.split("/")]) ?? [file])].join("/");
}

/** The same steps without `..`; undefined where they lead above the first. */
function withoutUps(steps: readonly string[]): readonly string[] | undefined {
  const kept: string[] = [];
  for (const step of steps) {
    if (step === "" || step === ".") continue;
    if (step !== "..") kept.push(step);
    else if (kept.pop() === undefined) return undefined;
  }
  return kept;
}
