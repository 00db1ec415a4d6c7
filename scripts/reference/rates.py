"""Reference bounds of the rate methods at 30 digits, from definitions and not from the closed forms under test:
likelihoods under a fixed ratio are maximised through their score equations, bounds are roots of the statistic.

python3 scripts/reference/rates.py > test/statistics/reference/rates.json
"""

import json
import sys

import mpmath as mp

from special_functions import beta_quantile, binomial_tails, normal_quantile

mp.mp.dps = 30


def bisect(f, low, high, rounds=110):
    """The root of a function that is positive at low and negative at high."""
    low, high = mp.mpf(low), mp.mpf(high)
    for _ in range(rounds):
        middle = (low + high) / 2
        if f(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def illinois(f, low, high):
    """The same for a function smooth between its ends: regula falsi in the Illinois form, fewer calls."""
    low, high = mp.mpf(low), mp.mpf(high)
    at_low, at_high = f(low), f(high)
    for _ in range(100):
        middle = (low * at_high - high * at_low) / (at_high - at_low)
        value = f(middle)
        if value == 0 or abs(high - low) < mp.mpf(10) ** -24:
            return middle
        if (value > 0) == (at_high > 0):
            at_low /= 2
        else:
            low, at_low = high, at_high
        if abs(middle - high) < mp.mpf(10) ** -22:
            return middle
        high, at_high = middle, value
    return high


def clopper_pearson(x, n, c):
    alpha = 1 - mp.mpf(c)
    low = mp.mpf(0) if x == 0 else alpha ** (mp.mpf(1) / n) if x == n else beta_quantile(alpha, x, n - x + 1)
    high = mp.mpf(1) if x == n else 1 - alpha ** (mp.mpf(1) / n) if x == 0 else 1 - beta_quantile(alpha, n - x, x + 1)
    return low, high


def wilson(x, n, z):
    p, n = mp.mpf(x) / n, mp.mpf(n)
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    reach = z / (1 + z * z / n) * mp.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (mp.mpf(0) if x == 0 else centre - reach), (mp.mpf(1) if x == n else centre + reach)


def newcombe(x1, n1, x2, n2, z):
    p1, p2 = mp.mpf(x1) / n1, mp.mpf(x2) / n2
    l1, u1 = wilson(x1, n1, z)
    l2, u2 = wilson(x2, n2, z)
    return p1 - p2 - mp.hypot(p1 - l1, u2 - p2), p1 - p2 + mp.hypot(u1 - p1, p2 - l2)


def newcombe_paired(a, b, c, d, z):
    n = a + b + c + d
    p1, p2 = mp.mpf(a + b) / n, mp.mpf(a + c) / n
    l1, u1 = wilson(a + b, n, z)
    l2, u2 = wilson(a + c, n, z)
    margins = (a + b) * (c + d) * (a + c) * (b + d)
    top = mp.mpf(a * d - b * c)
    top = max(top - mp.mpf(n) / 2, mp.mpf(0)) if top > 0 else top
    phi = mp.mpf(0) if margins == 0 else top / mp.sqrt(margins)

    def side(u, v):
        return mp.sqrt(u * u - 2 * phi * u * v + v * v)

    return p1 - p2 - side(p1 - l1, u2 - p2), p1 - p2 + side(u1 - p1, p2 - l2)


def likely_second_rate(x1, n1, x2, n2, ratio):
    """The p2 that maximises the likelihood of both counts with p1 = ratio * p2: the root of its derivative."""

    def slope(p2):
        p1 = ratio * p2
        return (x1 + x2) / p2 - ratio * (n1 - x1) / (1 - p1) - (n2 - x2) / (1 - p2)

    return bisect(slope, mp.mpf(10) ** -45, min(mp.mpf(1), 1 / ratio) * (1 - mp.mpf(10) ** -28), 110)


def mn_score(x1, n1, x2, n2, ratio):
    p2 = likely_second_rate(x1, n1, x2, n2, ratio)
    p1 = ratio * p2
    variance = p1 * (1 - p1) / n1 + ratio**2 * p2 * (1 - p2) / n2
    return (mp.mpf(x1) / n1 - ratio * mp.mpf(x2) / n2) / mp.sqrt(variance * (n1 + n2) / (n1 + n2 - 1))


def tang_score(a, b, c, d, ratio):
    """Cells of the table that maximise the likelihood with p(first) = ratio * p(second), by a Lagrange multiplier."""
    n = a + b + c + d
    weights = [(a, 1 - ratio), (b, mp.mpf(1)), (c, -ratio)]

    def constraint(m):
        return sum(k * w / (n + m * w) for k, w in weights if k > 0)

    # Every n + m w has to stay at or above 0, which fences in the multiplier; on the fence an empty cell gets a share.
    floor = max(-n / w for _, w in weights if w > 0)
    ceiling = min(-n / w for _, w in weights if w < 0)
    extra = mp.mpf(0)
    if b == 0 and constraint(floor) < 0:
        m = floor
        extra = -constraint(m)
    elif c == 0 and constraint(ceiling) > 0:
        m = ceiling
        extra = constraint(m) * ratio
    else:
        tiny = mp.mpf(10) ** -28
        m = bisect(constraint, floor + (ceiling - floor) * tiny, ceiling - (ceiling - floor) * tiny, 100)
    variance = (sum(k / (n + m * w) * w * w for k, w in weights if k > 0) + extra) * n
    return (a + b - ratio * (a + c)) / mp.sqrt(variance)


def ratio_bounds(score, first, second, z, estimate):
    def bound(level, towards):
        reach = mp.mpf(1) / 4
        while (score(estimate * mp.exp(towards * reach)) - level) * towards > 0:
            reach *= 2
        return mp.exp(illinois(lambda w: score(mp.exp(w)) - level, mp.log(estimate), mp.log(estimate) + towards * reach))

    return (mp.mpf(0) if first == 0 else bound(z, -1)), (mp.inf if second == 0 else bound(-z, 1))


def always_valid(x, n, c):
    limit = mp.log(1 - mp.mpf(c)) + mp.loggamma(x + 1) + mp.loggamma(n - x + 1) - mp.loggamma(n + 2)

    def inside(p):
        return (x * mp.log(p) if x else 0) + ((n - x) * mp.log1p(-p) if n > x else 0) - limit

    rate = mp.mpf(x) / n
    tiny = mp.mpf(10) ** -30
    low = mp.mpf(0) if x == 0 else bisect(lambda p: -inside(p), tiny, rate if x < n else 1 - tiny)
    high = mp.mpf(1) if x == n else bisect(inside, rate if x else tiny, 1 - tiny)
    return low, high


def main():
    f = float
    out = {"madeBy": f"scripts/reference/rates.py, mpmath {mp.__version__}"}
    rates = [(0, 1), (1, 1), (0, 7), (1, 2), (3, 10), (29, 29), (27, 30), (96, 100), (11, 120), (188, 200), (1, 1000),
             (999, 1000), (5000, 10_000), (37, 123_456), (0, 10_000_000), (1, 10_000_000), (10_000_000, 10_000_000),
             (250, 10_000_000), (3_000_000, 10_000_000), (5_000_000, 10_000_000), (9_999_999, 10_000_000)]
    cs = (0.9, 0.95, 0.999)
    out["clopperPearson"] = [[x, n, c, *map(f, clopper_pearson(x, n, c))] for x, n in rates for c in cs]
    out["wilson"] = [[x, n, c, *map(f, wilson(x, n, normal_quantile(c)))] for x, n in rates for c in cs]
    out["alwaysValid"] = [[x, n, c, *map(f, always_valid(x, n, c))] for x, n in rates for c in cs]
    pairs = [(12, 100, 30, 100), (0, 10, 3, 10), (29, 55, 11, 11), (7, 34, 1, 34), (5, 5, 4, 5), (1, 2, 1, 3), (22, 200, 41, 200),
             (1, 50, 49, 50), (49, 50, 1, 50), (50, 50, 3, 50), (3, 1000, 900, 1000), (120_000, 1_000_000, 200_500, 1_000_000),
             (1, 10_000_000, 3, 10_000_000), (4_000_000, 10_000_000, 17, 50), (9_999_999, 10_000_000, 9_999_000, 10_000_000)]
    out["newcombeDifference"] = [
        [*pair, c, *map(f, newcombe(*pair, normal_quantile(c)))]
        for pair in [*pairs, (0, 10, 0, 20), (10, 10, 0, 20), (1, 1, 0, 1)] for c in cs
    ]
    out["miettinenNurminen"] = []
    for x1, n1, x2, n2 in pairs:
        for c in (0.95, 0.999):
            estimate = (mp.mpf(x1) or mp.mpf(1) / 2) / n1 / (mp.mpf(x2) / n2)
            low, high = ratio_bounds(lambda r: mn_score(x1, n1, x2, n2, r), x1, x2, normal_quantile(c), estimate)
            out["miettinenNurminen"].append([x1, n1, x2, n2, c, f(low), f(high)])
    out["ratioScore"] = [
        [*pair, r, f(mn_score(*pair, mp.mpf(r)))] for pair in pairs for r in (0.05, 0.6, 0.8, 1.25, 1.7)
    ]
    tables = [(10, 2, 20, 68), (1, 1, 7, 12), (20, 12, 2, 16), (446, 5, 16, 690), (8, 3, 1, 2), (59, 6, 16, 80), (7, 25, 2, 68),
              (0, 3, 9, 40), (4, 0, 6, 10), (4, 3, 0, 10), (0, 1, 1, 0), (30, 10, 10, 0), (1, 5, 40_000, 60_000),
              (100_000, 20_000, 200_000, 680_000), (1_000_000, 200_000, 2_000_000, 6_800_000), (3, 1, 2, 9_999_994)]
    out["newcombePaired"] = [
        [*t, c, *map(f, newcombe_paired(*t, normal_quantile(c)))]
        for t in [*tables, (5, 0, 0, 5), (0, 0, 0, 9), (0, 0, 4, 6), (0, 10, 0, 0), (43, 0, 1, 0)] for c in cs
    ]
    out["tangRatio"] = []
    for a, b, c_, d in [*tables, (0, 0, 8, 20), (43, 0, 1, 0)]:
        for c in (0.95, 0.999):
            estimate = (mp.mpf(a + b) or mp.mpf(1) / 2) / (a + c_)
            low, high = ratio_bounds(lambda r: tang_score(a, b, c_, d, r), a + b, a + c_, normal_quantile(c), estimate)
            out["tangRatio"].append([a, b, c_, d, c, f(low), f(high)])
    out["tangScore"] = []
    for t in tables:
        for r in (0.05, 0.6, 0.8, 1.25, 1.7):
            out["tangScore"].append([*t, r, f(tang_score(*t, mp.mpf(r)))])
    out["mcnemar"] = []
    for b, c_ in [(0, 1), (1, 7), (2, 20), (5, 16), (6, 16), (100, 130), (3, 90), (499_000, 501_000)]:
        point, at_most, _ = binomial_tails(min(b, c_), b + c_, 0.5)
        out["mcnemar"].append([b, c_, f(min(mp.mpf(1), 2 * at_most)), f(min(mp.mpf(1), 2 * at_most) - point)])
    json.dump(out, sys.stdout)


if __name__ == "__main__":
    main()
