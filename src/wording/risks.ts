import { longDateLabel } from "../domain/scalars/calendar.ts";
import type { RiskStanding } from "../domain/standing/risk-standing.ts";

/** `Ana Ruiz rated it low on Fri 27 Nov 2026: the platform team runs it`; "" where nobody answered. */
export function answerLabel({ raised }: RiskStanding): string {
  if (raised?.answer === undefined) return "";
  const { by, level, date, note } = raised.answer;
  return `${by.name} ${level === "closed" ? "closed it" : `rated it ${level}`} on ${longDateLabel(date)}: ${note}`;
}
