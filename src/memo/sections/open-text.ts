/** What stands in a document where the records do not answer: visibly open, never a blank that reads like a pass. */
export function openText(missing: string): string {
  return `OPEN: ${missing}`;
}
