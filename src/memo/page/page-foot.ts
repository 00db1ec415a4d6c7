/**
 * The foot of every printed page: title, day and fingerprint. It is a rule of style, because nothing else reaches the
 * margin of a page; every sign but plain letters and digits is written by its number, so that no title can end it.
 */
export function pageFoot(text: string): string {
  return `<style class="foot">@media print { @page { @bottom-left { content: "${cssText(text)}" } } }</style>`;
}

function cssText(text: string): string {
  return [...text].map((letter) => (/[A-Za-z0-9 ]/.test(letter) ? letter : `\\${hex(letter)} `)).join("");
}

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0xfffd).toString(16);
}
