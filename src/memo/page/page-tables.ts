import type { Token } from "markdown-it";

/** More columns than this may not fit on a desk either, and scroll within their own box. */
const WIDE = 6;

/**
 * Says of every cell what it is: the first of a row names it, and on a narrow screen, where rows are stacked, each of
 * the others says which column it stood in. The roles are those the elements have; a style that stacks rows takes them
 * away in some browsers.
 */
export function describeTables(tokens: readonly Token[]): void {
  let table: Token | undefined;
  let names: string[] = [];
  let column = 0;
  tokens.forEach((token, at) => {
    const text = tokens[at + 1]?.content ?? "";
    switch (token.type) {
      case "table_open":
        [table, names] = [token, []];
        return token.attrSet("role", "table");
      case "thead_open":
      case "tbody_open":
        return token.attrSet("role", "rowgroup");
      case "tr_open":
        column = 0;
        return token.attrSet("role", "row");
      case "th_open":
        names.push(text);
        table!.meta = { columns: names.length };
        // A heading without words heads nothing.
        return text === ""
          ? become(tokens, at, "td", { role: "cell" })
          : become(tokens, at, "th", { role: "columnheader", scope: "col" });
      case "td_open":
        column++;
        return column === 1
          ? become(tokens, at, "th", { role: "rowheader", scope: "row" })
          : become(tokens, at, "td", {
              role: "cell",
              "data-label": names[column - 1] ?? "",
              // On a phone, where each cell takes a line, one that says nothing takes none.
              ...(text === "" || text === "–" ? { class: "none" } : {}),
            });
      default:
        return;
    }
  });
}

/** A cell and its end are three tokens apart, with the text between them. */
function become(tokens: readonly Token[], at: number, tag: string, attributes: Readonly<Record<string, string>>): void {
  tokens[at]!.tag = tag;
  tokens[at + 2]!.tag = tag;
  for (const [name, value] of Object.entries(attributes)) tokens[at]!.attrSet(name, value);
}

export function tableStart(table: Token): string {
  const columns = Number(table.meta?.["columns"] ?? 0);
  const scrolls = columns > WIDE ? ' tabindex="0" role="region" aria-label="Wide table"' : "";
  return `<div class="table"${scrolls}><table role="table" class="of-${Math.min(columns, WIDE + 1)}">\n`;
}
