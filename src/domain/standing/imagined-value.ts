import { valueStanding, type ValueStanding } from "../business-case/business-case.ts";
import type { Standing } from "./standing.ts";
import type { BusinessCase } from "../records/value.ts";

/** What another business case would come to in the same PoC: its currency and rates, its log, its projection. */
export function imaginedValue(
  { definitions, log, value }: Pick<Standing, "definitions" | "log" | "value">,
  imagined: BusinessCase,
): ValueStanding {
  return valueStanding(imagined, definitions.costs, value.currency, {
    counted: new Set(log.counted.map(({ id }) => id)),
    projectedModelCost: value.modelCost.projected,
  });
}
