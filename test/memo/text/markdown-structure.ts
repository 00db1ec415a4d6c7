/**
 * The structure of a Markdown document as far as data could change it: the kind of every line, the cells of every table
 * row, and how many marks that mean something stand in it. Two documents of one template that were made from different
 * data have the same structure, or data has broken out.
 */
export function markdownStructure(text: string): readonly string[] {
  const lines = text.split("\n").map(lineStructure);
  // A quotation may have as many lines as its text.
  return lines.filter((line, index) => !(line === "quote" && lines[index - 1] === "quote"));
}

/**
 * Pairs of a backslash and what it makes literal, and entities, mean nothing any more; something still stands there. So
 * it is with an address of the web or of mail that is a link to what it says.
 */
function bare(line: string): string {
  const own = line.replace(LINK, (link, shown: string, address: string) =>
    encoded(shown.replace(/\\(?=[!-/:-@[-`{-~])/g, "").replaceAll("&amp;", "&")) === address ? "\u0001" : link,
  );
  return own.replace(/\\[!-/:-@[-`{-~]/g, "\u0001").replace(/&(lt|gt|amp);/g, "\u0001");
}

const LINK = /(?<![!\\])\[((?:\\.|[^[\]\\])*)\]\(((?:https?:\/\/|mailto:)[^)\s]*)\)/gi;

function encoded(address: string): string {
  return address.replace(/[\\`|()[\]*_~$"'{}^]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function lineStructure(line: string): string {
  const text = bare(line);
  if (line.startsWith(">")) {
    const quoted = lineStructure(line.replace(/^> ?/, ""));
    return quoted === "text" || quoted === "" ? "quote" : `quote with ${quoted}`;
  }
  return `${kind(line, text)}${marks(text)}`;
}

function kind(line: string, text: string): string {
  if (line === "") return "";
  if (/^ {0,3}#{1,6}( |$)/.test(line)) return `heading ${line.indexOf(" ")}`;
  if (/^ {0,3}([-*_])( *\1){2,} *$/.test(line) || /^ {0,3}=+ *$/.test(line)) return "rule";
  if (/^ {0,3}\|/.test(line)) return `row of ${text.split("|").length - 2}`;
  if (/^ *([-*+]|\d{1,9}[.)])( |$)/.test(line)) return `item at ${line.search(/\S/)}`;
  if (/^ {0,3}(```|~~~)/.test(line)) return "fence";
  if (/^ {0,3}\[[^\]]*\]:/.test(line)) return "definition";
  if (/^( {4}|\t)/.test(line)) return "code";
  return "text";
}

/** How often each mark stands in a line that could mean something. */
function marks(text: string): string {
  const counts = [
    /\*\*/g,
    /~~/g,
    /`/g,
    /\$/g,
    /\]\(/g,
    /!\[/g,
    /\[[A-Za-z0-9_-]+\]/g,
    /<a id="[A-Za-z0-9_-]+"><\/a>/g,
    /<(?!a id="[A-Za-z0-9_-]+"><\/a>|\/a>)[A-Za-z/!?]/g,
    /(?<!\*)\*(?!\*)/g,
    /\|/g,
    /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
    /&#?[A-Za-z0-9]+;/g,
  ];
  const found = counts.map((mark) => text.match(mark)?.length ?? 0);
  return found.some((count) => count > 0) ? ` (${found.join(" ")})` : "";
}
