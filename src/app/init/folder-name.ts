/** Names that Windows keeps for devices, whatever comes after a dot; superscript digits count there. */
const DEVICE = /^(con|prn|aux|nul|conin|conout|com[0-9¹²³]|lpt[0-9¹²³])$/;

const LONGEST = 40;

/**
 * The folder of a PoC by its title: lower-case letters and digits of any script, joined by hyphens. Accents of Latin
 * letters are dropped, because people type these names; marks of other scripts are part of their letters. "" where the
 * title has neither letters nor digits.
 */
export function folderName(title: string): string {
  const words =
    title
      .slice(0, 400)
      .normalize("NFKD")
      .toLowerCase()
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
      .normalize("NFC")
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  let name = "";
  for (const word of words) {
    const longer = name === "" ? word : `${name}-${word}`;
    if ([...longer].length > LONGEST) break;
    name = longer;
  }
  const whole = name === "" ? [...(words[0] ?? "")].slice(0, LONGEST).join("") : name;
  return DEVICE.test(whole) ? `poc-${whole}` : whole;
}
