import type { Context } from "../app/ports/ports.ts";
import type { Report } from "../app/poc/report.ts";
import { FileFault } from "../app/ports/faults.ts";
import type { LinkBase } from "../output/terminal/hyperlinks.ts";
import { styleOf, type Style, type StyleOptions } from "../output/terminal/style.ts";
import { showsLinks } from "./shows-links.ts";

/**
 * How to write for a person on this terminal: NO_COLOR, FORCE_COLOR, CI, a dumb terminal and the locale are honoured.
 *
 * @param folder from where the files are named that links lead to: that of the PoC. Without one there are no links.
 */
export function styleFor(context: Context, stream: "out" | "err", folder?: string): Promise<Style> {
  const { terminal, env } = context;
  const isTerminal = stream === "out" ? terminal.outIsTerminal : terminal.errIsTerminal;
  // A dumb terminal may show no more than ASCII; what is piped does not reach it.
  const dumb = isTerminal && env["TERM"] === "dumb";
  return styleOf({
    colour: colourLevel(env, isTerminal),
    columns: terminal.columns,
    unicode: !dumb && isUnicode(env),
    terminal: isTerminal,
    links: folder !== undefined && showsLinks(env, isTerminal) ? linkBase(context, folder) : undefined,
  });
}

/** A text about a PoC as `view` writes it, in which the ids of its entries and their evidence are links. */
export async function pocText(
  context: Context,
  stream: "out" | "err",
  { folder, standing }: Pick<Report, "folder" | "standing">,
  view: (style: Style) => string,
): Promise<string> {
  const style = await styleFor(context, stream, folder);
  return style.linkMentions(view(style), standing.log.entries);
}

function linkBase({ files, terminal, env }: Context, path: string): LinkBase {
  const folder = files.folder(path);
  return {
    host: terminal.host ?? "",
    folder: path,
    home: env["HOME"] ?? env["USERPROFILE"],
    has(name) {
      try {
        return folder.kind(name) === "file";
      } catch (fault) {
        if (fault instanceof FileFault) return false;
        throw fault;
      }
    },
  };
}

function colourLevel(env: Context["env"], isTerminal: boolean): StyleOptions["colour"] {
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined && forced !== "")
    return forced === "0" || forced === "false" ? 0 : forced === "2" ? 2 : forced === "3" ? 3 : 1;
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return 0;
  if (!isTerminal || env["TERM"] === "dumb" || env["CI"] !== undefined) return 0;
  if (env["COLORTERM"] === "truecolor" || env["COLORTERM"] === "24bit") return 3;
  return env["TERM"]?.includes("256") === true ? 2 : 1;
}

/** A locale that says nothing counts as UTF-8, which most containers in fact use. */
function isUnicode(env: Context["env"]): boolean {
  const locale = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find((value) => value !== undefined && value !== "");
  return locale === undefined || /utf-?8/i.test(locale);
}
