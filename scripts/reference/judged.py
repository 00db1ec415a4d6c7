"""Values for `test/statistics/reference/judged.json`, by calculations that share no formula with the source.

python3 scripts/reference/judged.py > test/statistics/reference/judged.json

Needs scipy and mpmath. The variance on a limit is found by maximising the likelihood of the table numerically, and not
by the root of its derivative; sizes are found by counting up, not by solving for them.
"""

import json
import math

import mpmath as mp
from scipy.optimize import minimize_scalar
from scipy.stats import norm

mp.mp.dps = 40


def limit_variance(b, c, d):
    """Variance of the difference per item at the most likely table with p12 - p21 = d, by golden section."""
    b, c, d = mp.mpf(b), mp.mpf(c), mp.mpf(d)
    low, high = max(mp.mpf(0), -d), (1 - d) / 2

    def loglik(p21):
        p12 = p21 + d
        rest = 1 - p12 - p21
        if p12 < 0 or p21 < 0 or rest < 0:
            return -mp.inf
        total = mp.mpf(0)
        for share, p in ((b, p12), (c, p21), (1 - b - c, rest)):
            if share > 0:
                if p <= 0:
                    return -mp.inf
                total += share * mp.log(p)
        return total

    golden = (mp.sqrt(5) - 1) / 2
    lo, hi = low, high
    for _ in range(200):
        m1, m2 = hi - golden * (hi - lo), lo + golden * (hi - lo)
        if loglik(m1) < loglik(m2):
            lo = m1
        else:
            hi = m2
    p21 = (lo + hi) / 2
    return 2 * p21 + d - d * d


def paired_size(b, c, d, confidence, power):
    v0 = float(limit_variance(b, c, d))
    v1 = b + c - (b - c) ** 2
    z0 = norm.ppf(confidence)
    for n in range(1, 10**6):
        surplus = (b - c - d) - z0 * math.sqrt(v0 / n)
        if norm.cdf(surplus / math.sqrt(v1 / n)) >= power:
            return n
    return None


paired = []
for b, c, d, confidence, power in [
    (0.05, 0.05, -0.03, 0.95, 0.8),
    (0.08, 0.09, -0.05, 0.95, 0.8),
    (0.02, 0.02, -0.02, 0.95, 0.9),
    (0.1, 0.08, -0.03, 0.975, 0.8),
    (0.12, 0.1, 0.0, 0.95, 0.8),
    (0.2, 0.05, 0.1, 0.95, 0.8),
]:
    paired.append(
        {
            "only_first": b,
            "only_second": c,
            "difference": d,
            "confidence": confidence,
            "power": power,
            "limit_variance": float(limit_variance(b, c, d)),
            "size": paired_size(b, c, d, confidence, power),
        }
    )


def cp(x, n, confidence):
    """Clopper-Pearson by root finding on the binomial tails, in 40 digits."""
    a = 1 - mp.mpf(confidence)

    def tail(p, k):  # P(X >= k)
        return mp.betainc(k, n - k + 1, 0, p, regularized=True)

    def solve(f):
        lo, hi = mp.mpf(0), mp.mpf(1)
        for _ in range(140):
            mid = (lo + hi) / 2
            if f(mid):
                hi = mid
            else:
                lo = mid
        return (lo + hi) / 2

    low = mp.mpf(0) if x == 0 else solve(lambda p: tail(p, x) >= a)
    high = mp.mpf(1) if x == n else solve(lambda p: 1 - tail(p, x + 1) <= a)
    return mp.mpf(x) / n, low, high


def table(w, a, b):
    """The four cells of judge and person, as shares of all cases."""
    return w * a, w * (1 - a), (1 - w) * b, (1 - w) * (1 - b)


def quality(w, a, b):
    tp, fp, fn, tn = table(w, a, b)
    sensitivity, specificity = tp / (tp + fn), tn / (tn + fp)
    person, judge, agree = tp + fn, tp + fp, tp + tn
    chance = person * judge + (1 - person) * (1 - judge)
    return sensitivity, specificity, sensitivity + specificity - 1, (agree - chance) / (1 - chance)


def mover(parts, f, least, most):
    centre = [p[0] for p in parts]
    e = min(most, max(least, f(*centre)))
    below, above = mp.mpf(0), mp.mpf(0)
    for k, part in enumerate(parts):
        moved = [min(most, max(least, f(*(centre[:k] + [end] + centre[k + 1 :])))) for end in part[1:]]
        below += max(mp.mpf(0), e - min(moved)) ** 2
        above += max(mp.mpf(0), max(moved) - e) ** 2
    return [float(v) for v in (e, max(least, e - mp.sqrt(below)), min(most, e + mp.sqrt(above)))]


judges = []
for judged, yes, no, other, confidence in [
    ((281, 300), (27, 30), (9, 19), (260, 300), 0.95),
    ((240, 300), (29, 30), (4, 30), (255, 400), 0.95),
    ((150, 400), (41, 50), (3, 50), (90, 200), 0.99),
    ((500, 1000), (30, 30), (2, 30), (300, 500), 0.9),
    ((90, 100), (45, 50), (1, 10), (80, 120), 0.975),
]:
    w, a, b = (cp(*c, confidence) for c in (judged, yes, no))
    q = [mover([w, a, b], lambda *v, i=i: quality(*v)[i], 0 if i < 2 else -1, 1) for i in range(4)]
    se_sp = lambda *v: quality(*v)[:2]
    rogan = lambda p, *v: (p + se_sp(*v)[1] - 1) / (sum(se_sp(*v)) - 1)
    judges.append(
        {
            "judged": judged,
            "yes": yes,
            "no": no,
            "other": other,
            "confidence": confidence,
            "sensitivity": q[0],
            "specificity": q[1],
            "informedness": q[2],
            "kappa": q[3],
            "labelled": mover([w, a, b], lambda w, a, b: sum(table(w, a, b)[::2]), 0, 1),
            "corrected": mover([cp(*other, confidence), w, a, b], rogan, 0, 1),
        }
    )

print(json.dumps({"paired": paired, "judges": judges}, indent=1))
