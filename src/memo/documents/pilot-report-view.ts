import type { Standing } from "../../domain/standing/standing.ts";
import { beforeAfterSection, type BeforeAfterRow } from "./before-after-section.ts";
import { citedLog } from "../sections/cited-log.ts";
import type { MadeFor } from "./decision-view.ts";
import { askedText, gateDocument, openingCited, type GateDocument, type GateInput } from "./gate-document.ts";
import type { LogDay } from "../sections/log-section.ts";
import { moneySection, type MoneySection } from "../sections/money-section.ts";
import { otherTopics, topic, type Topic } from "../sections/topic-section.ts";
import { unitSection, type UnitSection } from "../sections/unit-section.ts";
import { listLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { type Money, addMoney, zeroMoney } from "../../domain/scalars/money.ts";
import type { SpendStanding } from "../../domain/spend/spend.ts";
import { unitCited } from "../sections/unit-section.ts";
import { topicsCited } from "../sections/topic-section.ts";

/** What was spent in the pilot. */
export interface PilotSpend {
  /** `412.50 EUR`; in words where no pilot has begun. */
  readonly spent: string;
  /** The gate from whose passage on it counts: `MVP`; "" where none was passed. */
  readonly since: string;
  /** Amounts in a currency without a rate, which are not in it; "" where there are none. */
  readonly unconverted: string;
  readonly entries: readonly string[];
}

/**
 * The report of a controlled pilot: what broke, what it cost, what drifted, who came back, and go or no-go for
 * everybody.
 */
export interface PilotReportView extends GateDocument {
  /** Whether a person has decided on general availability. */
  readonly availability: Topic;
  readonly incidents: Topic;
  /** Whether the service levels held. */
  readonly reliability: Topic;
  readonly metrics: readonly BeforeAfterRow[];
  /** Whether some result is older than the pilot. */
  readonly early: boolean;
  /** The cost reports. */
  readonly cost: Topic;
  readonly pilotSpend: PilotSpend;
  readonly money: MoneySection;
  /** What a task costs, and would cost in production. */
  readonly unit: UnitSection;
  readonly drift: Topic;
  readonly adoption: Topic;
  /** What the document requests, and from whom, in a sentence. */
  readonly asked: string;
  /** What the gate asks beside that. */
  readonly other: Topic;
  /** The log entries that the document cites. */
  readonly log: readonly LogDay[];
}

export function pilotReportView(standing: Standing, meta: MadeFor, input: GateInput): PilotReportView {
  const document = gateDocument("Pilot report", "pilot-report", standing, meta, input);
  const { gate } = document;
  const topics = {
    availability: topic(gate, { conditions: ["availability"] }),
    incidents: topic(gate, { questions: ["incidents-told"], conditions: ["incidents"] }),
    reliability: topic(gate, { conditions: ["reliable"] }),
    cost: topic(gate, { conditions: ["costs"] }),
    drift: topic(gate, { questions: ["drifted"], conditions: ["drift"] }),
    adoption: topic(gate, { questions: ["engagement", "silence"], conditions: ["adopted"] }),
  };
  const metrics = beforeAfterSection(standing, input);
  const parts = {
    ...document,
    ...topics,
    metrics,
    early: metrics.some((row) => row.early),
    pilotSpend: pilotSpend(standing, input),
    money: moneySection(standing),
    unit: unitSection(standing),
    asked: askedText(standing, document, input, "general availability, or to refuse it"),
    other: otherTopics(gate, Object.values(topics)),
  };
  return {
    ...parts,
    log: citedLog(standing, [
      ...openingCited(document),
      ...topicsCited([...Object.values(topics), parts.other]),
      ...metrics,
      parts.pilotSpend,
      ...unitCited(parts.unit),
      ...parts.money.categories,
      { entries: parts.money.entries },
    ]),
  };
}

function pilotSpend({ spend }: Standing, { since }: GateInput): PilotSpend {
  if (since === undefined)
    return {
      spent: "nothing yet, because it has not begun",
      since: "",
      unconverted: "",
      entries: [],
    };
  const { total, unconverted, entries } = spendSince(spend, since.entry.at.epochMs);
  return {
    spent: moneyLabel(total),
    since: since.passage.title,
    unconverted: listLabel(unconverted.map(moneyLabel)),
    entries,
  };
}

/** What was spent after an instant. */
export interface SpendSince {
  readonly total: Money;
  /** Amounts in a currency without a rate: not in the total. */
  readonly unconverted: readonly Money[];
  readonly entries: readonly string[];
}

function spendSince({ items, currency }: SpendStanding, epochMs: number): SpendSince {
  const since = items.filter(({ entry }) => entry.at.epochMs > epochMs);
  return {
    total: since.reduce(
      (sum, { converted }) => (converted === undefined ? sum : addMoney(sum, converted)),
      zeroMoney(currency),
    ),
    unconverted: since.filter(({ converted }) => converted === undefined).map(({ amount }) => amount),
    entries: [...new Set(since.map(({ entry }) => entry.id))],
  };
}
