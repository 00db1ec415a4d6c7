import { htmlText } from "../text/html-text.ts";
import { isolated } from "../text/isolated.ts";
import { oneLine } from "../text/one-line.ts";

/** Charts are drawn on the width of a phone, where one unit is one pixel and letters are twelve of them high. */
export const CHART_WIDTH = 340;

/** The approximate width of a letter in a chart; letters of scripts without spaces are as wide as they are high. */
const LETTER = 6.1;
const WIDE_LETTER = 12.2;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

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
  return svgElement("text", { x, y, ...attributes }, htmlText(isolated(cut(oneLine(text), room))));
}

/**
 * Text over lines, on a piece of paper that hides them. An outline round the letters would do the same, but a PDF draws
 * each letter that has one as a picture.
 */
export function svgTextOnPaper(
  text: string,
  x: number,
  y: number,
  attributes: Attributes = {},
  room = CHART_WIDTH,
): string {
  const width = Math.min(room, textWidth(oneLine(text))) + 4;
  const left = { start: 2, middle: width / 2, end: width - 2 }[String(attributes["text-anchor"] ?? "start")] ?? 2;
  const paper = { class: "paper", x: x - left, y: y - 11, width, height: 14, fill: "none" };
  return svgElement("rect", paper) + svgText(text, x, y, attributes, room);
}

/** Text centred above a position, moved so that it stays within the frame. */
export function svgLabel(text: string, x: number, y: number, attributes: Attributes = {}): string {
  const half = Math.min(CHART_WIDTH, textWidth(text)) / 2;
  const at = Math.min(CHART_WIDTH - half - 1, Math.max(half + 1, x));
  return svgText(text, at, y, { "text-anchor": "middle", ...attributes });
}

/** About how wide a text will be. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? WIDE_LETTER : LETTER), 0);
}

function cut(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let shown = "";
  for (const letter of text) {
    if (textWidth(`${shown}${letter}…`) > room) break;
    shown += letter;
  }
  return `${shown.trimEnd()}…`;
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
    `<svg class="chart" role="img" aria-labelledby="${titleId} ${descriptionId}" viewBox="0 0 ` +
      `${CHART_WIDTH} ${px(height)}">`,
    `<title id="${titleId}">${htmlText(isolated(oneLine(title)))}</title>` +
      `<desc id="${descriptionId}">${htmlText(isolated(oneLine(description)))}</desc>`,
    ...content,
    "</svg>",
  ].join("\n");
}
