/**
 * What a piece of evidence is by its form. `link`: of a scheme, with a host or an address. `path`: it has a slash or
 * the ending of a file. `reference`: the key of a ticket or document, such as SEC-118, which people of the organisation
 * can look up. `empty`: nothing that anybody could follow.
 */
export type EvidenceForm = "link" | "path" | "reference" | "empty";

/** Texts that mean "there is none", although they look like paths. */
const NONE = /^(n\/?a|tb[ad]|\.+|\/+|-+)$/i;

export function evidenceForm(text: string): EvidenceForm {
  const trimmed = text.trim();
  if (trimmed === "" || NONE.test(trimmed)) return "empty";
  if (/^mailto:/i.test(trimmed)) return /^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$/i.test(trimmed) ? "link" : "empty";
  const web = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\s]*)([\s\S]*)$/i.exec(trimmed);
  if (web !== null) return leadsSomewhere(web[1]!, web[2]!, web[3]!) ? "link" : "empty";
  if (/^[A-Z][A-Z0-9]+-\d+$/.test(trimmed)) return "reference";
  return /[/\\]/.test(trimmed) || /\.[A-Za-z0-9]{1,8}$/.test(trimmed) ? "path" : "empty";
}

/** A host of the web has a dot or a port, or the link says what of it is meant: `https://wiki/guardrails`. */
function leadsSomewhere(scheme: string, host: string, rest: string): boolean {
  const further = /^[/?#]+$/.test(rest) ? "" : rest;
  if (scheme.toLowerCase() === "file") return further !== "";
  return host !== "" && (/[^.][.:][^.]/.test(host) || further !== "");
}

/** What a link looks like, for people. */
export const EVIDENCE_EXAMPLE = "a link such as https://wiki.example.com/minutes/12, or a file that exists";
