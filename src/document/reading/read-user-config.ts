import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { fields, optional, once, type Field } from "../schema/field.ts";
import { text } from "../schema/scalar-fields.ts";
import { organisationSchema, type OrganisationConfig } from "../schema/organisation-schema.ts";
import { kickoffDefaults, peoplePolicy } from "../schema/policy-schema.ts";
import type { KickoffDefaults, PeoplePolicy } from "../../domain/records/organisation/policy.ts";
import { locate } from "../places/locate.ts";
import { readMap } from "./read-definition.ts";
import { Sources } from "../places/sources.ts";
import { composedOutline } from "../yaml/tree-outline.ts";

/** What one person set up for all of their PoCs. */
export interface UserConfig {
  /** The folder with the organisation's templates, gates and checklists, as written there. */
  readonly templates?: string | undefined;
  /** What the organisation requires of people. */
  readonly policy?: PeoplePolicy | undefined;
  /** The defaults of every PoC, unless it states something else. */
  readonly defaults?: KickoffDefaults | undefined;
}

const schema = once(() =>
  fields({
    templates: optional(
      text("the path of a folder"),
      "Templates",
      "The folder with the organisation's templates, gates and checklists.",
      "~/work/poc-templates",
    ),
    policy: optional(peoplePolicy(), "Policy", "The rules for people.", { approver_is_not_author: "required" }),
    defaults: optional(kickoffDefaults(), "Defaults", "The values that every PoC begins with.", {
      spend_cap: "2000 EUR",
    }),
  }),
);

/** Reads the user's configuration. A file that holds nothing but comments sets nothing up. */
export function readUserConfig(bytes: Uint8Array, file: string): ConfigReading<UserConfig> {
  return readConfig(bytes, file, schema());
}

/** Reads the file of an organisation. */
export function readOrganisationConfig(bytes: Uint8Array, file: string): ConfigReading<OrganisationConfig> {
  return readConfig(bytes, file, organisationSchema());
}

interface ConfigReading<T> {
  readonly config: Partial<T>;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

function readConfig<T>(bytes: Uint8Array, file: string, form: Field<T>): ConfigReading<T> {
  const { value, text: source, diagnostics } = readMap({ name: file, bytes }, form);
  const sources = new Sources([new Map([[file, source ?? ""]])], (_file, yaml) => composedOutline(yaml));
  const told = diagnostics.filter(({ code }) => code !== "file-empty");
  return { config: value ?? {}, diagnostics: told.map((diagnostic) => locate(sources, diagnostic)) };
}
