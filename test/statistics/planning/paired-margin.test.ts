import { expect, test } from "vitest";
import { pairedDifferenceSize, pairedDifferenceVariance } from "../../../src/statistics/planning/paired-plan.ts";
import reference from "../reference/judged.json" with { type: "json" };
import { deviation } from "../deviation.ts";

test.each(reference.paired)(
  "pairs that allow a loss: $only_first and $only_second, limit $difference",
  ({ only_first, only_second, difference, confidence, power, limit_variance, size }) => {
    const shares = { both: 0.3, onlyFirst: only_first, onlySecond: only_second };
    expect(deviation(pairedDifferenceVariance(shares, difference), limit_variance)).toBeLessThan(1e-9);
    expect(pairedDifferenceSize({ shares, difference, side: "at-least", confidence, power })).toBe(size);
    // The same pairs seen from the other side.
    const turned = { both: 0.3, onlyFirst: only_second, onlySecond: only_first };
    expect(pairedDifferenceSize({ shares: turned, difference: -difference, side: "at-most", confidence, power })).toBe(
      size,
    );
  },
);
