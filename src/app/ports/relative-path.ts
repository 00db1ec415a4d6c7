/** A path as seen from a folder: without drives and homes, with forward slashes. Both are absolute. */
export function relativePath(folder: string, path: string): string {
  const [from, to] = [folder, path].map((one) => one.replaceAll("\\", "/").split("/"));
  let same = 0;
  while (same < from!.length && from![same] === to![same]) same++;
  return [...from!.slice(same).map(() => ".."), ...to!.slice(same)].join("/");
}
