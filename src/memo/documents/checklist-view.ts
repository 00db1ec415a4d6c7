import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { checklistStanding } from "../../domain/standing/checklist.ts";
import { EXIT, type Checklist, ASKED_LABELS } from "../../domain/records/checklist-items.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { checklistSection, type ChecklistRow } from "../sections/checklist-section.ts";
import { citedLog } from "../sections/cited-log.ts";
import type { LogDay } from "../sections/log-section.ts";
import type { DocumentMeta } from "./decision-view.ts";
import { openText } from "../text/one-line.ts";

/** All that a printed checklist says: what its template sees, and what `poc checklist --format json` prints. */
export interface ChecklistView {
  readonly meta: DocumentMeta;
  /** `exit`, `mvp`. */
  readonly name: string;
  /** `PoC exit criteria`. */
  readonly heading: string;
  readonly purpose: string;
  /** Title of the PoC. */
  readonly title: string;
  readonly owner: string;
  readonly sponsor: string;
  readonly asOf: string;
  readonly items: readonly ChecklistRow[];
  /** `3 of 5`. */
  readonly done: string;
  readonly complete: boolean;
  /** The log entries that the checklist cites. */
  readonly log: readonly LogDay[];
  /** When it will be asked: `after a go`; "" where its time has come. */
  readonly notYet: string;
}

export function checklistView(standing: Standing, checklist: Checklist, meta: DocumentMeta): ChecklistView {
  const standings = checklist.name === EXIT ? standing.exitCriteria : checklistStanding(checklist, standing);
  const items = checklistSection(standings);
  const done = items.filter((item) => item.met).length;
  const { charter } = standing.definitions;
  return {
    meta: { toolVersion: meta.toolVersion, fingerprint: meta.fingerprint },
    name: checklist.name,
    heading: standings.checklist.title,
    purpose: standings.checklist.purpose,
    title: charter?.title ?? openText("the PoC has no title"),
    owner: charter?.owner?.name ?? openText("no owner is named"),
    sponsor: charter?.sponsor?.name ?? openText("no sponsor is named"),
    asOf: longDateLabel(standing.asOf.date),
    items,
    done: `${done} of ${items.length}`,
    complete: done === items.length,
    log: citedLog(standing, items),
    notYet: standings.asked ? "" : ASKED_LABELS[checklist.asked],
  };
}
