/**
 * A page as it stands in a golden file: its first line says which case it shows, and the style sheet is left out. That a
 * page carries templates/page/page.css as it is, page.test.ts tests for every document.
 */
export function goldenPage(shows: string, page: string): string {
  return `<!-- ${shows} -->\n${page.replace(/<style>[^]*?<\/style>\n/, "")}`;
}
