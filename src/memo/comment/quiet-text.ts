import { findSecret } from "../../domain/scalars/secret.ts";
import { markdownText } from "../text/markdown-text.ts";
import { oneLine } from "../text/one-line.ts";

/** A zero-width space: the word around it reads as before, but links to nothing. */
const BREAK = "\u200b";

/**
 * Text of a person in a comment on GitHub or GitLab: shown letter by letter, with nothing in it that pings somebody,
 * links to an issue or a commit, or closes one. A backslash does not help against mentions, so a zero-width space
 * stands in each. What looks like a key is left out: a comment is sent out by mail.
 *
 * @param most so many characters at most; what is longer is cut
 */
export function quietText(text: string, most = 300): string {
  const secret = findSecret(text);
  if (secret !== undefined) return `(a text that seems to contain ${secret} is not shown)`;
  const cut = [...text].length > most ? `${[...text].slice(0, most).join("").trimEnd()}…` : text;
  return quieted(markdownText(cut));
}

/** Mentions `@ana`, references `#1`, `!1`, `&1`, `GH-1`, ids of commits, and addresses of all of these. */
function quieted(text: string): string {
  return text
    .replaceAll("@", `@${BREAK}`)
    .replaceAll(/(?<=[#!%]|&|&amp;)(?=\d)/g, BREAK)
    .replaceAll(/(?<=\bGH-)(?=\d)/gi, BREAK)
    .replaceAll(/(?<=~)(?=[\p{L}"])/gu, BREAK)
    .replaceAll(/\b[0-9a-f]{7,64}\b/gi, (id) => (/\d/.test(id) ? id.replaceAll(/.{6}(?=.)/g, `$&${BREAK}`) : id))
    .replaceAll(
      /:\/\/(?=\S*\/(?:issues|pull|pulls|commit|commits|merge_requests|discussions|epics)\/)/g,
      `:${BREAK}//`,
    );
}

/** An id of the tool's own, which GitHub and GitLab leave alone in code. */
export function idText(id: string): string {
  return `\`${oneLine(id).replaceAll(/[`|<>]/g, "")}\``;
}
