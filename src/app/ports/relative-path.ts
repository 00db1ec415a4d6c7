/** A path as seen from a folder: without drives and homes, with forward slashes. Both are absolute. */
export function relativePath(folder: string, path: string): string {
  const [from, to] = [partsOf(folder), partsOf(path)];
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/");
}

function partsOf(path: string): readonly string[] {
  return path.replaceAll("\\", "/").split("/");
}
