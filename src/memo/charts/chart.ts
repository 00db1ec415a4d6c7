/** The pictures that a template may ask for with `{{chart "spend"}}`. */
export const CHART_NAMES = ["spend", "evals", "arms", "payback", "value", "timeline", "gates"] as const;
export type ChartName = (typeof CHART_NAMES)[number];

/** A picture together with its content in words, for people who cannot see it. */
export interface Chart {
  readonly name: ChartName;
  /** What it shows, as a title. */
  readonly title: string;
  /** What the picture shows, in a sentence or two; it replaces the picture where there are none. */
  readonly text: string;
  /** How it is to be read, under the picture. */
  readonly legend: string;
  /** The picture, as SVG; drawn only where it is shown. */
  readonly svg: () => string;
}

/** The charts that there is something to draw for. */
export type Charts = ReadonlyMap<ChartName, Chart>;

export function isChartName(name: string): name is ChartName {
  return (CHART_NAMES as readonly string[]).includes(name);
}
