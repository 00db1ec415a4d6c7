/**
 * What to put before the name of a file of the PoC so that it can be clicked where the person is: `retrieval-poc/`,
 * `../`, or nothing.
 */
export function pathPrefix(cwd: string, folder: string): string {
  if (folder === cwd) return "";
  const [from, to] = [`${cwd}/`, `${folder}/`];
  if (to.startsWith(from)) return to.slice(from.length);
  if (from.startsWith(to)) return "../".repeat(from.slice(to.length).split("/").length - 1);
  return to;
}
