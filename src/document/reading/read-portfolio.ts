import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Portfolio } from "../../domain/portfolio/portfolio.ts";
import { locate } from "../places/locate.ts";
import { Sources } from "../places/sources.ts";
import { portfolioSchema } from "../schema/portfolio-schema.ts";
import { composedOutline } from "../yaml/tree-outline.ts";
import { readMap } from "./read-definition.ts";

/** What portfolio.yaml says, with everything that is wrong with the file. An empty file says nothing. */
export function readPortfolio(
  bytes: Uint8Array,
  file: string,
): { readonly portfolio: Portfolio; readonly diagnostics: readonly LocatedDiagnostic[] } {
  const { value, text, diagnostics } = readMap({ name: file, bytes }, portfolioSchema());
  const sources = new Sources([new Map([[file, text ?? ""]])], (_file, yaml) => composedOutline(yaml));
  const told = diagnostics.filter(({ code }) => code !== "file-empty");
  return { portfolio: value ?? { exchange: [] }, diagnostics: told.map((diagnostic) => locate(sources, diagnostic)) };
}
