/** The seconds of `1:20:00` or `1:20`; undefined for any other text. */
export function clockSeconds(text: string): number | undefined {
  const match = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  return match === null ? undefined : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
}

/** The seconds of hours written as `1.33` or `1,33`; undefined for any other text. */
export function decimalSeconds(text: string): number | undefined {
  const match = /^(\d{1,4})(?:[.,](\d{1,8}))?$/.exec(text);
  return match === null ? undefined : Math.round(Number(`${match[1]}.${match[2] ?? "0"}`) * 3600);
}
