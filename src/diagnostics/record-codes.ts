import type { CatalogueEntry } from "./catalogue-entry.ts";
import { DEFINITION_CODES } from "./definition-codes.ts";
import { FILE_CODES } from "./file-codes.ts";
import { VALUE_CODES } from "./value-codes.ts";

/** Of records that cannot be read, or that contradict themselves before any policy is asked. */
export const RECORD_CODES = { ...FILE_CODES, ...VALUE_CODES, ...DEFINITION_CODES } as const satisfies Record<
  string,
  CatalogueEntry
>;
