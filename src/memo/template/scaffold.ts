import type { DataAccess, Motivation, OperationsPlan, PocKind, Triage } from "../../domain/records/charter.ts";
import { parseMoney } from "../../domain/scalars/money.ts";
import { CAUSES_OF_DEATH } from "../../domain/records/risk.ts";
import { renderTemplate } from "./render-template.ts";

/** What is known at kickoff, as text. An absent field becomes a placeholder. */
export interface ScaffoldDraft {
  readonly title: string;
  readonly question?: string;
  readonly unknowns: readonly { readonly question: string; readonly answeredBy: readonly string[] }[];
  readonly kind?: PocKind;
  readonly motivations: readonly Motivation[];
  readonly owner?: string;
  readonly sponsor?: string;
  readonly start: string;
  readonly workingDays: string;
  readonly timezone: string;
  /** Days off within the timebox. */
  readonly holidays?: readonly string[];
  readonly spendCap?: string;
  readonly mvpBudget?: string;
  readonly productionStack: readonly string[];
  readonly pocStack: readonly string[];
  readonly dataAccess?: DataAccess;
  readonly operations?: OperationsPlan;
  readonly currency?: string;
  /** The file of the organisation that states currency and rates for all PoCs. */
  readonly costsFile?: string;
  /** The longest payback that is acceptable: `12 months`. */
  readonly payback?: string;
  /** The least that the organisation allows, a fraction; the usual one is written where that is higher. */
  readonly confidence?: number;
  readonly eval?: {
    readonly id: string;
    readonly metric: string;
    readonly measure: string;
    readonly better: "lower" | "higher";
    readonly baseline?: string;
    readonly target?: string;
    readonly why?: string;
    readonly minN?: string;
    readonly judge?: string;
    readonly measuredBy?: string;
  };
  readonly kill?: {
    readonly id: string;
    readonly statement?: string;
    readonly when?: string;
    readonly ask?: string;
    readonly by?: string;
  };
  readonly triage?: Triage;
}

/** What scaffolding needs of the files that ship with the tool. */
export interface ScaffoldAssets {
  text(name: string): string | undefined;
  files(folder: string): readonly string[];
}

/** Stands for an unknown value; readers treat it as absent, and `poc check` lists it. */
const PLACEHOLDER = "TBD";
const USUAL_CONFIDENCE = 0.95;

/**
 * The text of one definition file of a new PoC, such as `evals.yaml`.
 *
 * @param schemas the folder of the schemas, seen from that of the PoC
 */
export function scaffoldFile(assets: ScaffoldAssets, file: string, draft: ScaffoldDraft, schemas: string): string {
  const name = `templates/scaffold/${file}.hbs`;
  const text = assets.text(name);
  if (text === undefined) throw new Error(`${name} does not ship with the tool`);
  const rendered = renderTemplate({ name, text }, scaffoldView(draft, schemaReference(assets, file, schemas)));
  if (!rendered.ok)
    throw new Error(`${name}:${rendered.diagnostic.location.span.line}: ${rendered.diagnostic.message}`);
  return rendered.text;
}

/** Where the file's JSON Schema lies, seen from the PoC folder, for editors. */
function schemaReference(assets: ScaffoldAssets, file: string, schemas: string): string {
  const stem = file.replace(/\.yaml$/, "");
  const schema = assets.files("schemas").find((name) => name.startsWith(`${stem}.`)) ?? `${stem}.schema.json`;
  return `${schemas}/${schema}`;
}

function scaffoldView(draft: ScaffoldDraft, schema: string) {
  const { eval: measured, kill, triage } = draft;
  return {
    schema,
    title: draft.title,
    question: orOpen(draft.question),
    unknowns: (draft.unknowns.length === 0 ? [{ question: PLACEHOLDER, answeredBy: [] }] : draft.unknowns).map(
      ({ question, answeredBy }) => ({ question, answeredBy: listOrOpen(answeredBy) }),
    ),
    kind: orOpen(draft.kind),
    motivations: listOrOpen(draft.motivations),
    owner: orOpen(draft.owner),
    sponsor: orOpen(draft.sponsor),
    start: draft.start,
    workingDays: draft.workingDays,
    timezone: draft.timezone,
    holidays: draft.holidays ?? [],
    spendCap: orOpen(draft.spendCap),
    mvpBudget: orOpen(draft.mvpBudget),
    productionStack: listOrOpen(draft.productionStack),
    pocStack: listOrOpen(draft.pocStack),
    dataAccess: orOpen(draft.dataAccess),
    operations: orOpen(draft.operations),
    currency: currencyOf(draft),
    costsFile: draft.costsFile ?? "",
    payback: orOpen(draft.payback),
    hasPayback: draft.payback !== undefined,
    confidence: `${Math.round(Math.max(USUAL_CONFIDENCE, draft.confidence ?? 0) * 100)}%`,
    eval: measured !== undefined && {
      ...measured,
      baseline: orOpen(measured.baseline),
      target: orOpen(measured.target),
      why: measured.why ?? "",
      minN: orOpen(measured.minN),
      judge: measured.judge ?? "",
      measuredBy: measured.measuredBy ?? "",
    },
    kill: kill !== undefined && {
      id: kill.id,
      statement: kill.statement ?? "",
      when: orOpen(kill.when),
      ask: kill.ask ?? "",
      by: orOpen(kill.by),
    },
    triage: triage !== undefined && { advice: triage.advice, because: triage.because },
    risks: Object.entries(CAUSES_OF_DEATH).map(([cause, { question }]) => ({ id: cause, cause, question })),
  };
}

function orOpen(text: string | undefined): string {
  return text === undefined || text.trim() === "" ? PLACEHOLDER : text;
}

function listOrOpen(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [PLACEHOLDER] : items;
}

/** The currency of the spend cap unless stated, so that it is not asked twice. */
function currencyOf({ currency, spendCap, mvpBudget }: ScaffoldDraft): string {
  const stated = [spendCap, mvpBudget].map((text) => parseMoney(text ?? "")).find((money) => money.ok);
  return currency ?? (stated?.ok ? stated.value.currency : PLACEHOLDER);
}
