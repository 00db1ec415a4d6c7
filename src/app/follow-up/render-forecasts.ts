import { BOARD_MARK } from "../../memo/board/board-page.ts";
import { forecastsPage } from "../../memo/forecasts/forecasts-page.ts";
import type { Context } from "../ports/ports.ts";
import { relativePath } from "../ports/relative-path.ts";
import type { ForecastReport } from "./compare-forecasts.ts";

/** The page of a report. It has the mark of the pages over many PoCs, which are made anew where they lie. */
export function renderForecasts(context: Context, { notRead, ...report }: ForecastReport): string {
  const style = context.assets.text("templates/page/page.css");
  if (style === undefined) throw new Error("templates/page/page.css does not ship with the tool");
  return forecastsPage(
    { ...report, notRead: notRead.map(({ path, why }) => ({ folder: relativePath(context.cwd, path) || ".", why })) },
    { style, toolVersion: context.version, mark: BOARD_MARK },
  );
}
