/**
 * The elements of a page, each with the names of its attributes and all its addresses, sorted: what data could change
 * only by breaking out. A quotation may have as many lines and paragraphs as its text.
 */
export function pageStructure(html: string): readonly string[] {
  const body = html
    .replace(/<style>[\s\S]*?<\/style>/g, "<style>")
    // An address in a text is a link that leads where it says.
    .replace(/<a href="([^"]*)" rel="noopener noreferrer">([^<]*)<\/a>/g, (link, address: string, shown: string) =>
      decodeURI(address) === decodeURI(shown) && /^(https?:|mailto:)/i.test(address) ? shown : link,
    )
    .replace(/<blockquote>[\s\S]*?<\/blockquote>/g, "<blockquote>");
  return [...body.matchAll(/<([a-zA-Z/!][^\s>/]*)((?:\s[^>]*)?)>/g)]
    .map(([, name, attributes = ""]) => `${name}${attributesOf(attributes)}`)
    .sort();
}

function attributesOf(text: string): string {
  return [...text.matchAll(/([a-zA-Z-]+)="([^"]*)"/g)]
    .map(([, name, value]) => (/^(href|src|id|class|role)$/.test(name!) ? ` ${name}=${value}` : ` ${name}`))
    .join("");
}
