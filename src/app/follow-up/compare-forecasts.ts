import { calibrationOf, type Calibration, type FollowedPoc } from "../../domain/follow-up/calibration.ts";
import { followUpStanding } from "../../domain/follow-up/follow-up-standing.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { judge } from "../poc/judge.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import type { ClosedFolder } from "../portfolio/find-pocs.ts";
import { inTurn } from "../portfolio/many-pocs.ts";
import { openPortfolio } from "../portfolio/open-portfolio.ts";
import { DiagnosedFault, FileFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { relativePath } from "../ports/relative-path.ts";

export interface CompareRequest {
  /** Folders, patterns, files; none is the current directory. */
  readonly named: readonly string[];
  readonly asOf: string | undefined;
}

export interface ForecastReport {
  readonly title: string | undefined;
  /** The latest day that a PoC was judged for; undefined where there is none. */
  readonly asOf: CivilDate | undefined;
  readonly pocs: number;
  readonly calibration: Calibration;
  /** PoCs and folders that could not be read. */
  readonly notRead: readonly ClosedFolder[];
}

/**
 * How far the forecasts of a portfolio were off. One PoC is read at a time.
 *
 * @throws UsageFault where what was named is not there, or `--as-of` is no day
 * @throws DiagnosedFault where portfolio.yaml cannot be read
 */
export async function compareForecasts(context: Context, { named, asOf }: CompareRequest): Promise<ForecastReport> {
  const { places, closed, portfolio } = await openPortfolio(context, named);
  const followed: FollowedPoc[] = [];
  const notRead: ClosedFolder[] = [...closed];
  let latest: CivilDate | undefined;
  for await (const { path, hasCharter } of inTurn(context, places)) {
    if (!hasCharter) {
      notRead.push({ path, why: "poc.yaml is missing" });
      continue;
    }
    try {
      const { poc, instant } = await openPocAsOf(context, path, asOf);
      const { standing } = judge(poc, instant);
      if (latest === undefined || instant.date > latest) latest = instant.date;
      const promised = followUpStanding(standing);
      if (promised === undefined) continue;
      const { charter } = standing.definitions;
      const place = relativePath(context.cwd, path) || ".";
      const title = charter === undefined || charter.title === "" ? place : charter.title;
      followed.push({ place, title, team: charter?.team ?? charter?.owner?.name ?? "no owner", standing: promised });
    } catch (fault) {
      if (!(fault instanceof FileFault || fault instanceof DiagnosedFault)) throw fault;
      notRead.push({ path, why: fault.message });
    }
  }
  return {
    title: portfolio.title,
    asOf: latest,
    pocs: places.length,
    calibration: calibrationOf(followed),
    notRead,
  };
}
