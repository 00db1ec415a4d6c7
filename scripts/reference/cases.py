"""Reference bounds of what files of cases are judged by, at 30 digits and from definitions: the capital of a gambler is
played bet by bet for every mean on trial, the values with given moments that let the bets win least are found by linear
programming, variances between clusters are sums over clusters, and a ratio is bounded where its t statistic passes.

python3 scripts/reference/cases.py > test/statistics/reference/cases.json
"""

import json
import random
import sys

import mpmath as mp
import numpy as np
from scipy.optimize import linprog

from rates import bisect, newcombe_paired, ratio_bounds, tang_score
from special_functions import beta_quantile, normal_quantile, t_quantile

mp.mp.dps = 30


def betting_side(values, sizes, alpha):
    """The largest mean in 0 to 1 that the capital of a bet against all smaller ones has reached 1 / alpha for."""
    k, largest = len(values), max(sizes)
    xs = [mp.mpf(v) / largest for v in values]
    ns = [mp.mpf(n) / largest for n in sizes]

    def refuted(m):
        capital, best = mp.mpf(1), mp.mpf(0)
        seen_sum, seen_n, squares = mp.mpf(1) / 2, mp.mpf(1), mp.mpf(1) / 4
        for t in range(1, k + 1):
            variance = squares / t
            bet = min(mp.sqrt(2 * mp.log(1 / alpha) / (variance * k)), mp.mpf(3) / 4 / m)
            capital *= 1 + bet * (xs[t - 1] - ns[t - 1] * m)
            best = max(best, capital)
            seen_sum += xs[t - 1]
            seen_n += ns[t - 1]
            squares += (xs[t - 1] - ns[t - 1] * seen_sum / seen_n) ** 2
        return 1 if best >= 1 / alpha else -1

    return bisect(refuted, mp.mpf(10) ** -40, 1, 100)


def betting(values, sizes, least, most, c):
    width = mp.mpf(most) - mp.mpf(least)
    alpha = 1 - mp.mpf(c)
    scaled = [(mp.mpf(v) - n * mp.mpf(least)) / width for v, n in zip(values, sizes)]
    low = betting_side(scaled, sizes, alpha)
    high = 1 - betting_side([n - v for v, n in zip(scaled, sizes)], sizes, alpha)
    return mp.mpf(least) + low * width, mp.mpf(least) + high * width


def bounded_side(mean, variance, n, alpha):
    smallest = min(mp.mpf(1) / 2, mp.sqrt(2 * mp.log(1 / alpha) / n) / 2)
    steps = int(mp.ceil(mp.log(1 / smallest) / mp.log(mp.mpf("1.4"))))
    grid = [min(smallest ** (1 - mp.mpf(k) / steps), 1 - mp.mpf(2) ** -30) for k in range(steps + 1)]
    other = mean + variance / mean
    weight = mean / other

    def refuted(m):
        capitals = [((1 + b * (other / m - 1)) ** weight * (1 - b) ** (1 - weight)) ** n for b in grid]
        return 1 if sum(capitals) / len(capitals) >= 1 / alpha else -1

    return bisect(refuted, mp.mpf(10) ** -40, 1, 100)


def bounded(n, mean, sd, least, most, c):
    width = mp.mpf(most) - mp.mpf(least)
    alpha = 1 - mp.mpf(c)
    share = (mp.mpf(mean) - mp.mpf(least)) / width
    variance = (mp.mpf(sd) / width) ** 2 * (n - 1) / n
    low = bounded_side(share, variance, n, alpha)
    high = 1 - bounded_side(1 - share, variance, n, alpha)
    return mp.mpf(least) + low * width, mp.mpf(least) + high * width


def check_least_favourable():
    """No distribution on a fine grid of values with the same moments lets any bet win less than the two points do."""
    points = np.linspace(0, 1, 2001)
    for mean, sd, limit, bet in [(0.8, 0.2, 0.75, 0.5), (0.3, 0.1, 0.2, 0.9), (0.6, 0.45, 0.5, 0.2), (0.95, 0.1, 0.9, 0.8)]:
        wins = np.log1p(bet * (points / limit - 1))
        found = linprog(wins, A_eq=[np.ones_like(points), points, points**2], b_eq=[1, mean, mean**2 + sd**2])
        other = mean + sd**2 / mean
        weight = mean / other
        ours = weight * np.log1p(bet * (other / limit - 1)) + (1 - weight) * np.log1p(-bet)
        assert found.success and found.fun >= ours - 1e-9 and abs(found.fun - ours) < 1e-4, (found.fun, ours)


def cluster_factor(alone, distances, sizes, c):
    """The part of the items that are worth as much as independent ones, and never more than all of them."""
    groups, items = len(sizes), sum(sizes)
    squares = sum(mp.mpf(d) ** 2 for d in distances)
    if squares == 0:
        return mp.mpf(items) / sum(n * n for n in sizes)
    shrink = (t_quantile(mp.mpf(c), items - 1) / t_quantile(mp.mpf(c), groups - 1)) ** 2
    return min(mp.mpf(1), alone / (squares * groups / (groups - 1)) * shrink)


def table_of(cases):
    return tuple(sum(1 for one in cases if one == cell) for cell in ((1, 1), (1, 0), (0, 1), (0, 0)))


def clustered_pairs(groups, c):
    a, b, c_, d = table_of([case for group in groups for case in group])
    sizes = [len(group) for group in groups]
    items = sum(sizes)
    first = [sum(one for one, _ in group) for group in groups]
    second = [sum(two for _, two in group) for group in groups]
    mean = mp.mpf(b - c_) / items
    distances = [x - y - n * mean for x, y, n in zip(first, second, sizes)]
    alone = sum((one - two - mean) ** 2 for group in groups for one, two in group)
    part = cluster_factor(alone, distances, sizes, c)
    scaled = [k * part for k in (a, b, c_, d)]
    low, high = newcombe_paired(*scaled, normal_quantile(c))
    ratio = mp.mpf(a + b) / (a + c_)
    linear = [x - ratio * y for x, y in zip(first, second)]
    alone = sum((one - ratio * two) ** 2 for group in groups for one, two in group)
    part = cluster_factor(alone, linear, sizes, c)
    scaled = [k * part for k in (a, b, c_, d)]
    start = (ratio or mp.mpf(1) / 2 / (a + c_))
    lower, upper = ratio_bounds(lambda r: tang_score(*scaled, r), a + b, a + c_, normal_quantile(c), start)
    return [[x, y, n] for x, y, n in zip(first, second, sizes)], (a, b, c_, d), low, high, lower, upper


def ratio_by_t(mean1, mean2, v1, v2, cov, degrees, c):
    """Where the t statistic of mean1 - rho mean2 passes its quantile on either side of the estimate."""
    t = t_quantile(mp.mpf(c), degrees)

    def inside(rho):
        return t - abs(mean1 - rho * mean2) / mp.sqrt(v1 - 2 * rho * cov + rho * rho * v2)

    ratio = mean1 / mean2
    reach = mp.mpf(1) / 16
    while inside(ratio - reach) > 0 or inside(ratio + reach) > 0:
        reach *= 2
        if reach > 10**6:
            return -mp.inf, mp.inf
    return bisect(lambda rho: -inside(rho), ratio - reach, ratio), bisect(inside, ratio, ratio + reach)


def paired_means(pairs, c):
    n = len(pairs)
    xs, ys = [mp.mpf(x) for x, _ in pairs], [mp.mpf(y) for _, y in pairs]
    mx, my = sum(xs) / n, sum(ys) / n

    def covariance(us, vs):
        mu, mv = sum(us) / n, sum(vs) / n
        return sum((u - mu) * (v - mv) for u, v in zip(us, vs)) / (n - 1)

    ds = [x - y for x, y in zip(xs, ys)]
    t = t_quantile(mp.mpf(c), n - 1)
    reach = t * mp.sqrt(covariance(ds, ds) / n)
    low, high = ratio_by_t(mx, my, covariance(xs, xs) / n, covariance(ys, ys) / n, covariance(xs, ys) / n, n - 1, c)
    moments = [n, mx, mp.sqrt(covariance(xs, xs)), my, mp.sqrt(covariance(ys, ys)), mp.sqrt(covariance(ds, ds))]
    return [float(m) for m in moments], mx - my - reach, mx - my + reach, low, high


def clustered_means(groups, c):
    n = sum(size for _, _, size in groups)
    g = len(groups)
    mx, my = (sum(mp.mpf(group[k]) for group in groups) / n for k in (0, 1))

    def between(a, b):
        return sum((x - s * ma) * (y - s * mb) for (x, ma, s), (y, mb, _) in zip(a, b)) * g / (g - 1) / mp.mpf(n) ** 2

    xs = [(mp.mpf(x), mx, s) for x, _, s in groups]
    ys = [(mp.mpf(y), my, s) for _, y, s in groups]
    ds = [(mp.mpf(x) - mp.mpf(y), mx - my, s) for x, y, s in groups]
    reach = t_quantile(mp.mpf(c), g - 1) * mp.sqrt(between(ds, ds))
    low, high = ratio_by_t(mx, my, between(xs, xs), between(ys, ys), between(xs, ys), g - 1, c)
    return mx - my - reach, mx - my + reach, low, high


def clustered_rate(groups, c):
    """Groups as cases: the Clopper-Pearson bounds of the rate at as many trials as even groups would be."""
    n, x = sum(s for _, s in groups), sum(k for k, _ in groups)
    rate = mp.mpf(x) / n
    units = mp.mpf(n) ** 2 / sum(s * s for _, s in groups)
    spread = sum((k - s * rate) ** 2 for k, s in groups) / mp.mpf(n) ** 2 * len(groups) / (len(groups) - 1)
    size = units
    if spread > 0:
        shrink = (t_quantile(mp.mpf(c), n - 1) / t_quantile(mp.mpf(c), len(groups) - 1)) ** 2
        size = min(units, min(mp.mpf(n), rate * (1 - rate) / spread * shrink))
    alpha, hits = 1 - mp.mpf(c), rate * size
    low = mp.mpf(0) if x == 0 else alpha ** (1 / size) if x == n else beta_quantile(alpha, hits, size - hits + 1)
    high = mp.mpf(1) if x == n else 1 - alpha ** (1 / size) if x == 0 else 1 - beta_quantile(alpha, size - hits, hits + 1)
    return low, high


def main():
    check_least_favourable()
    draw = random.Random(20261130)
    f = float
    out = {"madeBy": f"scripts/reference/cases.py, mpmath {mp.__version__}", "betting": [], "bounded": [], "pairs": [],
           "pairedMeans": [], "clusteredMeans": [], "clusteredRate": []}
    for least, most, n in [(1, 5, 1), (1, 5, 3), (1, 5, 10), (0, 5, 40), (0, 100, 25), (-1, 1, 60), (1, 5, 200), (0, 1, 12)]:
        for c in (0.95, 0.999):
            whole = most - least > 1
            values = [draw.randint(least, most) if whole else round(draw.uniform(least, most), 3) for _ in range(n)]
            out["betting"].append([values, None, least, most, c, *map(f, betting(values, [1] * n, least, most, c))])
    for sizes in ([10] * 12, [3, 7, 1, 20, 5, 5, 9, 2, 4, 4, 8, 6, 30], [1, 1, 1, 91]):
        for c in (0.95, 0.99):
            sums = [sum(draw.choice((1, 3, 4, 4, 5, 5, 5)) for _ in range(n)) for n in sizes]
            out["betting"].append([sums, sizes, 1, 5, c, *map(f, betting(sums, sizes, 1, 5, c))])
    for n, mean, sd, least, most in [(3, 4.8, 0.2, 1, 5), (10, 4.4, 0.7, 1, 5), (50, 3.1, 1.2, 1, 5), (200, 4.2, 0.9, 1, 5),
                                     (1000, 71, 22, 0, 100), (20, 0, 0.4, -1, 1), (5, 2, 0, 1, 5), (1, 3, 0, 1, 5)]:
        for c in (0.95, 0.999):
            out["bounded"].append([n, mean, sd, least, most, c, *map(f, bounded(n, mean, sd, least, most, c))])
    for groups, size, one, two, shared in [(12, 5, 0.1, 0.3, 0.5), (30, 10, 0.2, 0.25, 0.9), (20, 3, 0.05, 0.2, 0.3),
                                           (60, 5, 0.18, 0.3, 0.6), (15, 8, 0.5, 0.4, 0.7), (10, 4, 0.9, 0.8, 0.2)]:
        for c in (0.95, 0.995):
            made = []
            for _ in range(groups):
                mood = draw.random()
                cases = []
                for _ in range(draw.randint(1, 2 * size)):
                    u, v = (mood if draw.random() < shared else draw.random() for _ in range(2))
                    cases.append((int(u < one), int(v < two)))
                made.append(cases)
            rows, table, *found = clustered_pairs(made, c)
            out["pairs"].append([rows, table, c, *map(f, found)])
    for n, spread in [(2, 0.1), (5, 0.5), (30, 1.5), (200, 0.2)]:
        for c in (0.95, 0.999):
            pairs = []
            for _ in range(n):
                case = draw.uniform(2, 4)
                pairs.append((round(case * 0.7 + draw.gauss(0, spread * 0.1), 4), round(case + draw.gauss(0, spread * 0.1), 4)))
            moments, *found = paired_means(pairs, c)
            if n > 2 or c < 0.99:
                out["pairedMeans"].append([*moments, c, *map(f, found)])
    for groups in (6, 15, 60):
        for c in (0.95, 0.999):
            rows = []
            for _ in range(groups):
                size, mood = draw.randint(1, 12), draw.gauss(0, 0.3)
                rows.append([round(size * (2 + mood + draw.gauss(0, 0.2)), 4), round(size * (3 + mood), 4), size])
            out["clusteredMeans"].append([rows, c, *map(f, clustered_means(rows, c))])
    for rows in ([[10, 10]] * 14 + [[9, 10]] * 5 + [[0, 10]], [[0, 10]] * 9 + [[3, 10], [4, 20], [1, 5]], [[86, 91]] + [[1, 1]] * 8 + [[0, 1]],
                 [[5, 5]] * 12, [[2, 2], [2, 2], [0, 2], [1, 2], [2, 2], [0, 2]]):
        for c in (0.95, 0.999):
            out["clusteredRate"].append([rows, c, *map(f, clustered_rate(rows, c))])
    # JSON has no infinity; a row whose ratio is bounded on no side is left to the tests of the edges.
    for name in ("pairedMeans", "clusteredMeans"):
        out[name] = [row for row in out[name] if all(abs(one) < float("inf") for one in row[-4:])]
    json.dump(out, sys.stdout)


if __name__ == "__main__":
    main()
