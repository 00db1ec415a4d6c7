const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/**
 * The same text with memory of its own. A part that was cut out of a text keeps all of that text in memory as long as
 * it is kept itself: the ids of a file would keep the file.
 */
export function ownText(text: string): string {
  return text.length <= SHORT ? text : DECODER.decode(ENCODER.encode(text));
}

/** Parts of this length are copied anyway. */
const SHORT = 12;
