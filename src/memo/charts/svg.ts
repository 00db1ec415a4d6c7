import { htmlText } from "../text/html-text.ts";
import { oneLine } from "../text/one-line.ts";

/** Charts are drawn for the width of a phone, so that their letters stay readable there. */
export const CHART_WIDTH = 420;

/** About how wide a letter of a chart's text is. */
const LETTER = 5.9;

/** A length or place in a picture: two decimals are more than a screen shows, and give the same bytes everywhere. */
export function px(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element; numbers are lengths, texts are made safe. `content` is SVG already. */
export function svgElement(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? px(value) : htmlText(value)}"`,
  );
  return content === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${content}</${name}>`;
}

/** Text at a place; what does not fit into `room` is cut, since SVG breaks no lines. */
export function svgText(text: string, x: number, y: number, attributes: Attributes = {}, room = CHART_WIDTH): string {
  return svgElement("text", { x, y, ...attributes }, htmlText(cut(oneLine(text), Math.floor(room / LETTER))));
}

/** About how wide a text will be. */
export function textWidth(text: string): number {
  return [...text].length * LETTER;
}

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, Math.max(1, most - 1))
        .join("")
        .trimEnd()}…`;
}

/** The whole picture with its words for those who cannot see it. Ids hold a point, which no id of an entry does. */
export function svgPicture(
  name: string,
  title: string,
  description: string,
  height: number,
  content: readonly string[],
): string {
  const [titleId, descriptionId] = [`chart.${name}.title`, `chart.${name}.text`];
  return [
    `<svg class="chart" role="img" aria-labelledby="${titleId}" aria-describedby="${descriptionId}" viewBox="0 0 ` +
      `${CHART_WIDTH} ${px(height)}">`,
    `<title id="${titleId}">${htmlText(oneLine(title))}</title><desc id="${descriptionId}">` +
      `${htmlText(oneLine(description))}</desc>`,
    ...content,
    "</svg>",
  ].join("\n");
}
