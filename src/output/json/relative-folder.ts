/**
 * A folder as seen from another, so that two machines say the same: `.`, `retrieval-poc`, `..`, `../other`. On another
 * drive there is no such path, and it stays as it is.
 *
 * @param from absolute path
 * @param folder absolute path
 */
export function relativeFolder(from: string, folder: string): string {
  const [start, end] = [partsOf(from), partsOf(folder)];
  if (start[0] !== end[0]) return folder;
  const apart = start.findIndex((part, index) => part !== end[index]);
  const shared = apart < 0 ? start.length : apart;
  return [...start.slice(shared).map(() => ".."), ...end.slice(shared)].join("/") || ".";
}

/** The first part is the drive, "" on systems without. */
function partsOf(path: string): readonly string[] {
  return path.replace(/[\\/]+$/, "").split(/[\\/]/);
}
