const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";

/** A figure and its unit, a day and its month, `36 of 300`: the blanks between them. */
const BLANKS = new RegExp(
  `(?<=\\d)(?: of (?=\\d)| (?=(?:[A-Z]{3}|ms|s|min|h|pp|days?|weeks?|months?|${MONTHS})(?![\\p{L}\\p{N}])))`,
  "gu",
);

/** `114,000–354,000`: a line may break after a dash, whatever comes before it. */
const RANGES = /\d[\d.,]*%?–\d[\d.,]*%?/g;

/** The HTML of a text, in which no line ends between a figure and what belongs to it. */
export function wholeFigures(html: string): string {
  const kept = html.replace(BLANKS, (blank) => blank.replaceAll(" ", "\u00a0"));
  return kept.replace(RANGES, '<span class="figures">$&</span>');
}
