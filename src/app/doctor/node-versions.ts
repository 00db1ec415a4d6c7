/** The first minor version of each major one that the tool runs on; the package says the same of its engines. */
const LEAST_MINOR: Readonly<Record<number, number>> = { 20: 19, 22: 13 };
const ALL_FROM = 24;

/** @param version as Node says it, `v20.20.0` */
export function supportsNode(version: string): boolean {
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  if (major === undefined || minor === undefined) return false;
  const least = LEAST_MINOR[Number(major)];
  return Number(major) >= ALL_FROM || (least !== undefined && Number(minor) >= least);
}
