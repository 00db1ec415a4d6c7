import { asciiText } from "./ascii-text.ts";
import { safe, type Kept, type Safe } from "./safe.ts";
import { ASCII_SIGNS, UNICODE_SIGNS, type Signs } from "./signs.ts";
import type { LinkBase, LinkTarget, Mentioned } from "./hyperlinks.ts";
import type { Paint } from "./paint.ts";

/** What the terminal, or the file behind standard output, can show. */
export interface StyleOptions {
  /** chalk's levels: 0 none, 1 sixteen colours, 2 256, 3 all. */
  readonly colour: 0 | 1 | 2 | 3;
  readonly columns: number;
  /** Whether the locale is UTF-8; else everything that is printed is ASCII. */
  readonly unicode: boolean;
  /** Whether a person looks at it on a terminal. In a pipe each message keeps its one line, for programs. */
  readonly terminal?: boolean;
  /** Undefined where the terminal shows no links, or nobody knows where they would lead. */
  readonly links?: LinkBase | undefined;
}

/** How results are written for people: every view takes one. */
export interface Style extends StyleOptions {
  readonly terminal: boolean;
  readonly paint: Paint;
  readonly signs: Signs;
  /** Raw text made safe, and ASCII where nothing else can be shown. */
  text(raw: string, kept?: Kept): Safe;
  /** What was laid out already, as a link where the terminal shows links. */
  link(text: Safe, target: LinkTarget): Safe;
  /** A finished text, in which the ids of entries and their evidence are links where the terminal shows links. */
  linkMentions(text: string, entries: readonly Mentioned[]): string;
}

type Links = Pick<Style, "link" | "linkMentions">;

const NO_LINKS: Links = { link: (text) => text, linkMentions: (text) => text };

/** Columns below which no layout is tried, and above which lines get too long to read. */
const NARROWEST = 40;
const WIDEST = 160;

/** The style for a terminal or a pipe. chalk is loaded only where there is colour, and links where they are shown. */
export async function styleOf(options: StyleOptions): Promise<Style> {
  const links = options.links === undefined ? NO_LINKS : await linksFrom(options.links);
  if (options.colour === 0) return styleWith(options, PLAIN, links);
  const { chalkPaint } = await import("./chalk-paint.ts");
  return styleWith(options, chalkPaint(options.colour), links);
}

async function linksFrom(base: LinkBase): Promise<Links> {
  const { hyperlink, linkedMentions } = await import("./hyperlinks.ts");
  return {
    link: (text, target) => hyperlink(text, target, base),
    linkMentions: (text, entries) => linkedMentions(text, entries, base),
  };
}

const PLAIN: Paint = (_role, text) => text;

/** A style without colour and links. */
export function plainStyle(options: Omit<StyleOptions, "colour" | "links">): Style {
  return styleWith({ ...options, colour: 0 }, PLAIN, NO_LINKS);
}

function styleWith(options: StyleOptions, paint: Paint, links: Links): Style {
  const { colour, unicode, terminal = false } = options;
  const columns = Math.min(WIDEST, Math.max(NARROWEST, options.columns));
  const text = unicode ? safe : (raw: string, kept?: Kept) => asciiText(safe(raw, kept)) as Safe;
  return {
    colour,
    columns,
    unicode,
    terminal,
    paint: (role, shown) => (shown === "" ? shown : paint(role, shown)),
    signs: unicode ? UNICODE_SIGNS : ASCII_SIGNS,
    text,
    link: links.link,
    linkMentions: links.linkMentions,
  };
}
