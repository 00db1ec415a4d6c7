import { UsageFault } from "../../app/ports/faults.ts";
import type { Clock } from "../../app/ports/ports.ts";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The clock of this machine, or the moment in `fixed` (ISO 8601 with an offset), so that output can be reproduced. */
export function systemClock(fixed: string | undefined): Clock {
  if (fixed === undefined || fixed === "") return { isSet: false, now: () => Date.now() };
  return {
    isSet: true,
    now() {
      const moment = INSTANT.test(fixed) ? Date.parse(fixed) : Number.NaN;
      if (Number.isNaN(moment))
        throw new UsageFault("POC_NOW is not a moment", "write it as 2026-11-25T16:20:00+01:00, or unset it");
      return moment;
    },
  };
}
