/**
 * Whether a part of `least` letters and digits, or more, changes between small letters, capitals and digits as often
 * as chance does. Of letters and digits that are drawn by chance, about six of ten neighbours differ; in names, one or
 * two.
 */
export function hasRandomRun(value: string, least = 16): boolean {
  return (
    runsOf(value).some((run) => run.length >= least && isRandom(run)) ||
    (value.length >= Math.max(24, least) && /[a-z]/.test(value) && isRandom(value.replace(/[^A-Za-z0-9]/g, ""), 0.42))
  );
}

function isRandom(run: string, most = 0.2): boolean {
  const changes = run.match(/(?<=[a-z])[A-Z0-9]|(?<=[A-Z])[a-z0-9]|(?<=\d)[A-Za-z]/g)?.length ?? 0;
  const digits = run.match(/\d/g)?.length ?? 0;
  if (!isVaried(run)) return false;
  return changes >= run.length * 0.42 || (digits > 1 && changes >= run.length * most);
}

/** `ghp_xxxxxxxx` shows what a key looks like. */
export function isVaried(key: string): boolean {
  return new Set(key.slice(-16)).size > 2;
}

export function runsOf(value: string): readonly string[] {
  return value.match(/[A-Za-z0-9]+/g) ?? [];
}
