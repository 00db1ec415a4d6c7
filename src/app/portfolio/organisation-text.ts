import { REPOSITORY_FILE } from "../../domain/records/organisation/organisation.ts";
import type { SourceFile } from "../../document/yaml/source-file.ts";
import { organisationSources } from "../library/organisation-source.ts";
import type { Context } from "../ports/ports.ts";
import type { PocPlace } from "./find-pocs.ts";

/**
 * The names and the texts of the organisation's files that hold for a PoC: "" where there is none, undefined where one
 * cannot be read as text.
 */
export type OrganisationText = (place: PocPlace) => Promise<string | undefined>;

/** Looked for once in each folder that has PoCs, because those side by side have the same one above them. */
export function organisationTexts(context: Context): OrganisationText {
  const known = new Map<string, string | undefined>();
  return async (place) => {
    const { path, items } = place;
    const isOwn = items === undefined || items.some(({ name }) => name === REPOSITORY_FILE);
    const key = isOwn ? path : path.slice(0, Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")));
    if (!known.has(key)) known.set(key, await textFor(context, path));
    return known.get(key);
  };
}

async function textFor(context: Context, path: string): Promise<string | undefined> {
  const sources = await organisationSources(context, { path });
  if (sources.length === 0) return "";
  const texts = sources.map(textOf);
  return texts.some((text) => text === undefined) ? undefined : texts.join("\n");
}

function textOf(source: SourceFile): string | undefined {
  if (!("bytes" in source)) return undefined;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(source.bytes);
  // A letter that stands for bytes that are none may stand for others another time.
  return text.includes("\ufffd") ? undefined : `${source.name}\n${text}`;
}
