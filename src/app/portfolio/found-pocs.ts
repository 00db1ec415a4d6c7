import { PackedBytes } from "../../document/reading/packed-bytes.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import type { Context } from "../ports/ports.ts";
import type { PocPlace } from "./find-pocs.ts";
import type { JudgeRow } from "./judged-row.ts";
import { keptSummary, type KeptSummary } from "./kept-summary.ts";
import { MANY } from "./many-pocs.ts";
import { openPortfolio, type OpenPortfolio } from "./open-portfolio.ts";
import { organisationTexts } from "./organisation-text.ts";

/** For which day, and whether what was kept of an earlier run may be used. */
export interface Freshness {
  readonly asOf: string | undefined;
  readonly noCache: boolean;
}

/** A PoC that was found: the number of its texts and the day that they are asked for, or why it cannot be read. */
export type FoundPoc = {
  /** Absolute path. */
  readonly path: string;
} & ({ readonly number: number; readonly date: CivilDate } | { readonly fault: string });

export interface FoundPocs extends Pick<OpenPortfolio, "portfolio" | "file" | "closed"> {
  /** All of them, by path. */
  readonly pocs: readonly FoundPoc[];
  /** JSON of a `KeptBody` for each that can be read, a line each: nobody has read it yet. */
  readonly bodies: PackedBytes;
}

/** The same with all that is known of each PoC, which may be several times as much. */
export interface WholePocs extends FoundPocs {
  /** JSON of the details, by the same numbers. */
  readonly details: PackedBytes;
}

export interface PocsRequest extends Freshness {
  /** Folders, patterns, files; none is the current directory. */
  readonly named: readonly string[];
}

/**
 * The PoCs of a portfolio, whose records are the same as when their summaries were kept, or are judged now. One is read
 * at a time, and what is held of it until the list is printed is the text that its line is made of.
 *
 * @throws UsageFault where what was named is not there, or `--as-of` is no day
 * @throws DiagnosedFault where portfolio.yaml cannot be read
 */
export async function foundPocs(context: Context, request: PocsRequest): Promise<FoundPocs> {
  return find(context, request, undefined);
}

/** @throws as `foundPocs` */
export async function wholePocs(context: Context, request: PocsRequest): Promise<WholePocs> {
  const details = new PackedBytes();
  return { ...(await find(context, request, details)), details };
}

async function find(
  context: Context,
  { named, ...freshness }: PocsRequest,
  details: PackedBytes | undefined,
): Promise<FoundPocs> {
  const { places, closed, portfolio, file } = await openPortfolio(context, named);
  const pocs: FoundPoc[] = [];
  const bodies = new PackedBytes();
  const { summary, end } = summaries(context, freshness);
  try {
    for (const place of places) {
      const { path } = place;
      const found = await summary(place);
      if ("fault" in found) pocs.push({ path, fault: found.fault });
      else {
        details?.add(found.details);
        pocs.push({ path, number: bodies.add(found.body), date: found.date });
      }
    }
  } finally {
    end();
  }
  return { pocs, bodies, closed, portfolio, file };
}

/** Each PoC from what was kept of it, or judged anew. */
function summaries(context: Context, { asOf, noCache }: Freshness) {
  const organisation = organisationTexts(context);
  let judge: JudgeRow | undefined;
  let judged = 0;
  let end: (() => void) | undefined;
  const summary = async (place: PocPlace): Promise<KeptSummary | { readonly fault: string }> => {
    if (!place.hasCharter) return { fault: "poc.yaml is missing: this PoC is incomplete, or its charter was lost" };
    const store = asOf === undefined && !noCache ? context.summaryStore(place.path) : undefined;
    const said = store && (await organisation(place));
    const kept = store && said !== undefined && keptSummary(context, place, store, said);
    if (kept) return kept;
    judge ??= (await import("./judged-row.ts")).rowJudge(context, asOf);
    if (++judged > MANY) end ??= await context.leanHeap();
    return judge(place.path, said === undefined ? undefined : store);
  };
  return { summary, end: () => end?.() };
}
