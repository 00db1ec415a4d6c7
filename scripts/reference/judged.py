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

print(json.dumps({"paired": paired}, indent=1))
