const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
export const MARK_LENGTH = BYTE_ORDER_MARK.length;

/** Readers strip a byte order mark, so a text without one stands for the file with it. */
export function isText(bytes: Uint8Array, text: string): boolean {
  const wanted = Buffer.from(text, "utf8");
  return wanted.equals(bytes) || (hasMark(bytes) && wanted.equals(bytes.subarray(BYTE_ORDER_MARK.length)));
}

/** Keeps the mark of the old bytes, because people chose it. */
export function keepMark(old: Uint8Array, text: string): string {
  return hasMark(old) && !text.startsWith("\ufeff") ? `\ufeff${text}` : text;
}

function hasMark(bytes: Uint8Array): boolean {
  return BYTE_ORDER_MARK.equals(bytes.subarray(0, BYTE_ORDER_MARK.length));
}
