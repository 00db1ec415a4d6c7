import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { keyAt, valueAt, type Path, type Place } from "../../diagnostics/place.ts";
import type { Assumption } from "../../domain/records/assumption.ts";
import type { BusinessCase } from "../../domain/records/value.ts";
import type { Charter } from "../../domain/records/charter.ts";
import { NO_COSTS, type Costs } from "../../domain/records/costs.ts";
import type { Eval } from "../../domain/records/eval.ts";
import type { Risk } from "../../domain/records/risk.ts";
import { UTC, type Zone } from "../../domain/scalars/instant.ts";
import type { KillCriterion } from "../../domain/records/kill-criterion.ts";
import { DEFINITION_FILES, type Definitions, type Placeholder } from "../../domain/records/records.ts";
import { withSharedCosts } from "../../domain/records/organisation/shared-costs.ts";
import { isUnread, type Unread } from "../../domain/records/unread.ts";
import { linesOfKeys } from "../places/line-of-keys.ts";
import type { Outline } from "../places/outline.ts";
import type { ReadCharter } from "../schema/charter-schema.ts";
import type { OrganisationConfig } from "../schema/organisation-schema.ts";
import { evalContradictions } from "./eval-contradictions.ts";
import type { DefinitionReading } from "./read-definition.ts";
import { assumptionReferences, conditionReferences, unknownReferences, type Ids } from "./references.ts";
import { isWrittenList, isWrittenMap, type Written } from "../yaml/written.ts";
import { shown } from "./schema-issue.ts";

export interface DefinitionsReading {
  readonly definitions: Definitions;
  readonly zone: Zone;
  readonly texts: ReadonlyMap<string, string>;
  readonly outlines: ReadonlyMap<string, Outline>;
  readonly ids: { readonly evals: Ids; readonly assumptions: Ids; readonly killCriteria: Ids; readonly risks: Ids };
  /** The readable part of value.yaml, by the keys of the file: it names entries, which are read later. */
  readonly value: Written;
  readonly diagnostics: readonly Diagnostic[];
  readonly unreadable: readonly Place[];
  readonly placeholders: readonly Placeholder[];
}

/** What each file says by itself. It depends on the texts alone, so it can be stored with them. */
export interface DefinitionReadings {
  readonly charter: Named<ReadCharter>;
  readonly assumptions: Named<readonly Assumption[]>;
  readonly evals: Named<readonly Eval[]>;
  readonly killCriteria: Named<readonly KillCriterion[]>;
  readonly costs: Named<Costs>;
  readonly value: Named<BusinessCase>;
  readonly risks: Named<readonly Risk[]>;
  readonly organisation: Named<OrganisationConfig>;
}

/** Holds the files against each other. */
export function readDefinitions(
  each: DefinitionReadings,
  zoneOf: (name: string) => Zone | undefined,
): DefinitionsReading {
  const { charter, assumptions, evals, killCriteria, costs, value, risks, organisation } = each;
  const readings = [charter, assumptions, evals, killCriteria, costs, value, risks, organisation];
  const unreadable = readings.flatMap((reading) => reading.unreadable);
  const placeholders = readings.flatMap((reading) => reading.placeholders);
  const timezone = readZone(charter.value?.timezone, zoneOf);
  const diagnostics = [
    ...readings.flatMap((reading) => reading.diagnostics),
    ...timezone.diagnostics,
    ...(evals.value ?? []).flatMap((item) =>
      evalContradictions(
        item,
        evals.name,
        isLeftOpen(evals, item.id, "baseline") || isLost(evals, item.id, "baseline"),
      ),
    ),
    ...(killCriteria.value ?? []).flatMap((item) => killContradictions(item, killCriteria)),
    ...unknownReferences(charter.written, charter.name, [evals.ids, killCriteria.ids, assumptions.ids]),
    ...assumptionReferences(assumptions.written, assumptions.name, evals.ids),
    ...conditionReferences(killCriteria.value ?? [], killCriteria.name, evals.ids),
  ];
  return {
    definitions: {
      assumptions: assumptions.value ?? [],
      evals: (evals.value ?? []).map((item) => ({ ...item, ...unreadOf(evals, item.id) })),
      killCriteria: (killCriteria.value ?? []).map((item) => ({ ...item, ...unreadOf(killCriteria, item.id) })),
      ...costsOf({ ...(costs.value ?? NO_COSTS), ...unreadOf(costs) }, organisation),
      value: { ...value.value, ...unreadOf(value) },
      risks: risks.value ?? [],
      ...(charter.value === undefined ? {} : { charter: readCharter(charter.value.charter, charter, timezone) }),
    },
    zone: timezone.zone,
    texts: new Map(readings.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text] as const]))),
    outlines: new Map(readings.flatMap(({ name, outline }) => (outline ? [[name, outline] as const] : []))),
    ids: { evals: evals.ids, assumptions: assumptions.ids, killCriteria: killCriteria.ids, risks: risks.ids },
    value: value.written,
    diagnostics,
    unreadable: [...unreadable, ...timezone.diagnostics.map(({ place }) => place)],
    placeholders,
  };
}

/** With what the organisation says, where the PoC says nothing. */
function costsOf(
  own: Costs,
  { name, value, outline, text }: Named<OrganisationConfig>,
): Pick<Definitions, "costs" | "ownCosts" | "organisation"> {
  if (value === undefined) return { costs: own };
  const file = name.startsWith("/") ? name : name.slice(name.lastIndexOf("/") + 1);
  const organisation = {
    file,
    source: name,
    costs: value.costs,
    policy: value.policy ?? {},
    lines: linesOfKeys(outline, text),
  };
  return { costs: withSharedCosts(own, value.costs), ownCosts: own, organisation };
}

/** What is in a file, or in the item of that id, but gave no value. */
function unreadOf({ written, unreadable, placeholders }: Named<unknown>, id?: string): Unread {
  const at = id === undefined || !isWrittenList(written) ? [] : [written.findIndex((item) => idOf(item) === id)];
  const within = (places: readonly Place[]): readonly Path[] =>
    places.filter(({ path }) => at.every((step, k) => path[k] === step)).map(({ path }) => path.slice(at.length));
  const [unread, leftOpen] = [within(unreadable), within(placeholders.map(({ place }) => place))];
  return { ...(unread.length === 0 ? {} : { unread }), ...(leftOpen.length === 0 ? {} : { leftOpen }) };
}

function idOf(item: Written): string | undefined {
  const id = isWrittenMap(item) ? item["id"] : undefined;
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}

/** Days cannot be counted in a timebox if a holiday, the weekend or the zone cannot be read. */
function readCharter(
  charter: Charter,
  reading: Named<unknown>,
  zone: { readonly diagnostics: readonly Diagnostic[] },
): Charter {
  const { unread = [], ...others } = unreadOf(reading);
  const all = [...unread, ...zone.diagnostics.map(({ place }) => place.path)];
  const { timebox, ...rest } = { ...charter, ...others, ...(all.length === 0 ? {} : { unread: all }) };
  return timebox === undefined || isUnread(rest, "timebox") ? rest : { ...rest, timebox };
}

/** A file and its definitions. */
export type Named<T> = DefinitionReading<T> & { readonly name: string };

function readZone(
  name: string | undefined,
  zoneOf: (name: string) => Zone | undefined,
): { zone: Zone; diagnostics: readonly Diagnostic[] } {
  if (name === undefined) return { zone: UTC, diagnostics: [] };
  const zone = zoneOf(name);
  if (zone !== undefined) return { zone, diagnostics: [] };
  const place = valueAt(DEFINITION_FILES.charter, "timebox", "timezone");
  const message = `found ${shown(name)}, expected the IANA name of a time zone, such as Europe/Berlin`;
  return { zone: UTC, diagnostics: [{ code: "unknown-timezone", message, place }] };
}

/** Either the evidence or a person decides, and never both: they might disagree. */
function killContradictions({ id, when, ask }: KillCriterion, reading: Named<unknown>): readonly Diagnostic[] {
  const expected = "expected one of them: when (the evidence decides) or ask (a person answers)";
  if (when !== undefined && ask !== undefined) {
    return [
      {
        code: "fields-conflict",
        message: `found both when and ask, ${expected}`,
        place: keyAt(reading.name, id, "ask"),
      },
    ];
  }
  if (when !== undefined || ask !== undefined || isLeftOpen(reading, id, "when") || isLeftOpen(reading, id, "ask"))
    return [];
  return [
    { code: "missing-field", message: `found neither when nor ask, ${expected}`, place: keyAt(reading.name, id) },
  ];
}

/** Whether an item has the field but it could not be read. */
function isLost(reading: Named<unknown>, id: string, field: string): boolean {
  return unreadOf(reading, id).unread?.some(([key]) => key === field) === true;
}

/** Whether a field of an item was left for later. */
function isLeftOpen({ written, placeholders }: Named<unknown>, id: string, field: string): boolean {
  const items = isWrittenList(written) ? written : [];
  const index = items.findIndex((item) => isWrittenMap(item) && String(item["id"]) === id);
  return placeholders.some(({ place }) => place.path[0] === index && place.path[1] === field);
}
