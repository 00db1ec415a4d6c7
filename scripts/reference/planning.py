"""Reference sizes and chances by brute force: every n, every pair of counts, nothing taken to be monotone.

python3 scripts/reference/planning.py > test/statistics/reference/planning.json
"""

import json
import math
import sys

import mpmath as mp
import numpy as np
import scipy
from scipy import optimize, stats

mp.mp.dps = 30
Z95 = float(stats.norm.ppf(0.95))


def chances(target, rate, confidence, most):
    """For every n up to most, the chance that the target is shown at the given true rate."""
    n = np.arange(1, most + 1)
    counts = np.arange(0, most + 1)
    out = np.zeros(most + 1)
    for size in n:
        tails = stats.binom.sf(counts[: size + 1] - 1, size, target)
        shown = np.nonzero(tails <= 1 - confidence)[0]
        out[size] = stats.binom.sf(shown[0] - 1, size, rate) if len(shown) else 0.0
    return out


def rate_sizes():
    rows = []
    for target, rate, confidence, power, most in [
        (0.8, 0.9, 0.95, 0.8, 400), (0.9, 0.95, 0.95, 0.8, 700), (0.95, 0.99, 0.95, 0.8, 600), (0.9, 0.99, 0.95, 0.9, 300),
        (0.5, 0.6, 0.9, 0.8, 500), (0.6, 0.62, 0.95, 0.5, 4000), (0.05, 0.1, 0.95, 0.8, 900), (0.1, 0.5, 0.99, 0.95, 120),
        (0.9, 1.0, 0.95, 0.8, 100), (0.99, 0.999, 0.95, 0.8, 2500), (0.3, 0.9, 0.999, 0.99, 80), (0.7, 0.75, 0.8, 0.3, 900),
        (0.85, 0.9, 0.975, 0.8, 1500),
    ]:
        chance = chances(target, rate, confidence, most)
        enough = chance >= power
        first = int(np.nonzero(enough)[0][0])
        stable = int(np.nonzero(~enough)[0][-1]) + 1
        assert stable < most * 0.8, (target, rate, stable, most)
        rows.append([target, rate, confidence, power, first, stable])
    return rows


def likely_second_rate(x1, n1, x2, n2, ratio):
    if x1 + x2 == 0:
        return 0.0
    top = min(1.0, 1 / ratio)

    def slope(p2):
        p1 = ratio * p2
        value = (x1 + x2) / p2
        if n1 > x1:
            value -= ratio * (n1 - x1) / (1 - p1)
        if n2 > x2:
            value -= (n2 - x2) / (1 - p2)
        return value

    if slope(top * (1 - 1e-13)) > 0:
        return top
    return optimize.brentq(slope, 1e-13, top * (1 - 1e-13), xtol=1e-15)


def ratio_score(x1, n1, x2, n2, ratio):
    p2 = likely_second_rate(x1, n1, x2, n2, ratio)
    p1 = ratio * p2
    variance = (p1 * (1 - p1) / n1 + ratio**2 * p2 * (1 - p2) / n2) * (n1 + n2) / (n1 + n2 - 1)
    distance = x1 / n1 - ratio * x2 / n2
    if variance <= 1e-18:
        return 0.0 if abs(distance) < 1e-15 else math.copysign(math.inf, distance)
    return distance / math.sqrt(variance)


def wilson(x, n):
    p, z2 = x / n, Z95 * Z95
    centre, reach = (p + z2 / (2 * n)) / (1 + z2 / n), Z95 / (1 + z2 / n) * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return max(0.0, centre - reach), min(1.0, centre + reach)


def newcombe(x1, n1, x2, n2):
    p1, p2 = x1 / n1, x2 / n2
    (l1, u1), (l2, u2) = wilson(x1, n1), wilson(x2, n2)
    return p1 - p2 - math.hypot(p1 - l1, u2 - p2), p1 - p2 + math.hypot(u1 - p1, p2 - l2)


def summed(n1, p1, n2, p2, shown):
    one, two = stats.binom.pmf(np.arange(n1 + 1), n1, p1), stats.binom.pmf(np.arange(n2 + 1), n2, p2)
    return math.fsum(
        one[x1] * two[x2] for x1 in range(n1 + 1) for x2 in range(n2 + 1)
        if one[x1] * two[x2] > 1e-22 and shown(x1, x2)
    )


def ratio_chances():
    rows = []
    for p1, n1, p2, n2, ratio, side in [
        (0.08, 50, 0.2, 50, 0.6, "at-most"), (0.04, 50, 0.1, 50, 0.6, "at-most"), (0.1, 20, 0.5, 30, 0.6, "at-most"),
        (0.12, 40, 0.2, 40, 0.6, "at-most"), (0.9, 25, 0.6, 35, 1.2, "at-least"), (0.2, 40, 0.08, 30, 1.25, "at-least"),
        (1.0, 12, 0.5, 12, 1.1, "at-least"), (0.0, 30, 0.4, 10, 0.5, "at-most"), (0.3, 5, 0.9, 60, 0.6, "at-most"),
    ]:
        def shown(x1, x2):
            score = ratio_score(x1, n1, x2, n2, ratio)
            return x2 > 0 and (score <= -Z95 if side == "at-most" else score >= Z95)

        rows.append([p1, n1, p2, n2, ratio, side, summed(n1, p1, n2, p2, shown)])
    return rows


def difference_chances():
    rows = []
    for p1, n1, p2, n2, difference, side in [
        (0.75, 63, 0.5, 63, 0.0, "at-least"), (0.9, 40, 0.7, 50, 0.05, "at-least"), (0.1, 40, 0.3, 25, -0.05, "at-most"),
        (0.2, 30, 0.2, 30, 0.0, "at-most"), (1.0, 20, 0.6, 20, 0.1, "at-least"), (0.02, 80, 0.1, 60, 0.0, "at-most"),
    ]:
        def shown(x1, x2):
            low, high = newcombe(x1, n1, x2, n2)
            return high <= difference if side == "at-most" else low >= difference

        rows.append([p1, n1, p2, n2, difference, side, summed(n1, p1, n2, p2, shown)])
    return rows


def reduction_sizes():
    """Farrington and Manning per side, unrounded, with the constrained rates from the likelihood."""
    rows = []
    for base in (0.05, 0.1, 0.2, 0.3, 0.5):
        for reduction in (0.5, 0.6, 0.7):
            p1, p2, ratio = base * (1 - reduction), base, 0.6
            q2 = likely_second_rate(p1 * 1e6, 1e6, p2 * 1e6, 1e6, ratio)
            q1 = ratio * q2
            at_limit = q1 * (1 - q1) + ratio**2 * q2 * (1 - q2)
            at_truth = p1 * (1 - p1) + ratio**2 * p2 * (1 - p2)
            effort = Z95 * math.sqrt(at_limit) + float(stats.norm.ppf(0.8)) * math.sqrt(at_truth)
            rows.append([p1, p2, ratio, (effort / (p1 - ratio * p2)) ** 2])
    return rows


def at_best():
    """The first size at which the bounds settle it with the observed rate held, by trying them all."""
    rows = []
    for x, n, target in [(11, 120, 0.12), (87, 100, 0.8), (27, 30, 0.8), (3, 10, 0.9), (30, 30, 0.9), (0, 3, 0.01), (55, 60, 0.9),
                         (2, 40, 0.02), (9, 13, 0.6), (1, 3, 0.4), (499, 500, 0.99)]:
        for size in range(n, 20_000):
            if x / n > target:
                settled = stats.binom.sf(x * size // n - 1, size, target) <= 0.05
            else:
                settled = stats.binom.cdf(-(-x * size // n), size, target) < 0.05
            if settled:
                rows.append([x, n, target, size])
                break
        else:
            raise ArithmeticError((x, n, target))
    return rows


def main():
    json.dump(
        {
            "madeBy": f"scripts/reference/planning.py, scipy {scipy.__version__}",
            "rateSize": rate_sizes(),
            "rateAtBest": at_best(),
            "separateRatioChance": ratio_chances(),
            "separateDifferenceChance": difference_chances(),
            "separateRatioSize": reduction_sizes(),
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
