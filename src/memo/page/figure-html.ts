import type { Chart } from "../charts/chart.ts";
import { htmlText } from "../text/html-text.ts";
import { oneLine } from "../text/one-line.ts";

/** A chart with its title above and how to read it below. */
export function figureHtml(chart: Chart): string {
  const { name, title, legend } = chart;
  return `<figure class="of-${name}">\n${chart.svg()}\n<figcaption><strong>${htmlText(oneLine(title))}.</strong> ${htmlText(oneLine(legend))}</figcaption>\n</figure>\n`;
}
