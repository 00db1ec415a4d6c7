import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { countLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { compareMoney, subtractMoney } from "../../domain/scalars/money.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import type { StandingChanges, Turn } from "./standing-changes.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { entryFacts, factSentence } from "../../wording/entry-facts.ts";
import { killVerdictLabel, verdictLabel } from "../../wording/evals.ts";
import { idText, quietText } from "./quiet-text.ts";

/** What a branch changed, or why that is not known. */
export type BaseChanges =
  | {
      readonly known: true;
      /** As it was named: `main`. */
      readonly ref: string;
      /** Hex id of the commit that both have in common. */
      readonly commit: string;
      /** Whether the PoC was there at all. */
      readonly existed: boolean;
      readonly changes: StandingChanges;
      /** Ids of entries whose file says something else now: entries are never rewritten. */
      readonly rewritten: readonly string[];
      /** Names of definition files that say something else now. */
      readonly edited: readonly string[];
    }
  | { readonly known: false; readonly ref: string; readonly why: string };

const MOST_ENTRIES = 15;

/** What changed since the base branch: entries, verdicts that turned, terms, spend. */
export function changesSection(base: BaseChanges, standing: Standing): string {
  const ref = idText(base.ref);
  if (!base.known) return `**Since ${ref}:** not known: ${quietText(base.why)}.`;
  const { changes, rewritten, edited, existed, commit } = base;
  const lines = existed
    ? [
        ...tampered(changes.missing, rewritten),
        ...turns(changes),
        ...entries(changes.added, standing),
        ...spend(changes),
        ...(edited.length === 0 ? [] : [`- Edited: ${edited.map(idText).join(", ")}`]),
      ]
    : ["- This PoC is new.", ...entries(changes.added, standing)];
  const head = `**Since ${ref}** (${idText(commit.slice(0, 7))})`;
  return [head, "", ...(lines.length === 0 ? ["- Nothing of this PoC has changed."] : lines)].join("\n");
}

function tampered(missing: readonly Entry[], rewritten: readonly string[]): readonly string[] {
  const told = (ids: readonly string[], how: string) =>
    ids.length === 0
      ? []
      : [
          `- **${countLabel(ids.length, "entry", "entries")} of the log ${how}: ` +
            `${ids.slice(0, MOST_ENTRIES).map(idText).join(", ")}**`,
        ];
  return [
    ...told(
      missing.map(({ id }) => id).filter((id) => !rewritten.includes(id)),
      "removed",
    ),
    ...told(rewritten, "rewritten"),
  ];
}

function turns({ outcome, evals, kill }: StandingChanges): readonly string[] {
  return [
    ...(outcome === undefined ? [] : [turnLine("Recommendation", outcome, outcomeLabel)]),
    ...evals.map((turn) => turnLine(idText((turn.now ?? turn.before)?.eval.id ?? ""), turn, verdictLabel)),
    ...kill.map((turn) =>
      turnLine(idText((turn.now ?? turn.before)?.criterion.id ?? ""), turn, ({ verdict }) => killVerdictLabel(verdict)),
    ),
  ];
}

function turnLine<T>(name: string, { before, now }: Turn<T>, labelOf: (item: T) => string): string {
  const [from, to] = [before, now].map((item) => (item === undefined ? undefined : labelOf(item)));
  return `- ${name}: ${from ?? "not there"} → ${to ?? "removed"}`;
}

function entries(added: readonly Entry[], { definitions, spend: { replaced } }: Standing): readonly string[] {
  if (added.length === 0) return [];
  const hours = definitions.charter?.showHoursBy ?? "team";
  const shown = added.slice(-MOST_ENTRIES);
  const amendments = added.filter(({ amend }) => amend !== undefined).length;
  const head =
    `- ${countLabel(added.length, "entry", "entries")} added` +
    (amendments === 0 ? "" : `, ${countLabel(amendments, "amendment")} of the terms among them`);
  return [
    head,
    ...shown.map((entry) => {
      const facts = entryFacts(entry, { replaced, hours }).map(factSentence);
      const said = [...(entry.note === undefined ? [] : [entry.note]), ...facts].map((text) => quietText(text, 200));
      const who = `${longDateLabel(entry.date)}, ${quietText(entry.by.name, 80)} (${idText(entry.id)})`;
      return `  - ${who}: ${said.join("; ")}`;
    }),
    ...(added.length > shown.length ? [`  - and ${added.length - shown.length} before`] : []),
  ];
}

function spend({ spend: changed }: StandingChanges): readonly string[] {
  if (changed === undefined) return [];
  const { before, now } = changed;
  const more = compareMoney(now, before) > 0;
  const amount = moneyLabel(more ? subtractMoney(now, before) : subtractMoney(before, now));
  return [`- Spend: ${amount} ${more ? "more" : "less"}, ${moneyLabel(now)} in all`];
}
