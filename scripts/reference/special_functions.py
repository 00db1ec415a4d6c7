"""Reference values of the special functions, by other algorithms than those under test, at 30 digits and more.

python3 scripts/reference/special_functions.py > test/statistics/reference/special-functions.json
"""

import functools
import json
import sys

import mpmath as mp
import scipy
from scipy import special

mp.mp.dps = 30


def beta_series(x, a, b):
    """I_x(a, b) by its hypergeometric series, all of whose terms are positive."""
    power = mp.exp(a * mp.log(x) + b * mp.log1p(-x) - log_beta(a, b))
    term = mp.mpf(1)
    total = mp.mpf(1)
    k = 0
    while term > total * mp.mpf(10) ** -58:
        term *= x * (a + b + k) / (a + 1 + k)
        total += term
        k += 1
    return power / a * total


def beta_quadrature(x, a, b):
    """I_x(a, b) as the integral of the density from x down, one standard deviation after the other."""
    sd = mp.sqrt(a * b / (a + b + 1)) / (a + b)
    edges = [x]
    # Relative to the density at x: the quadrature stops at an absolute error.
    scale = beta_density(x, a, b)
    while edges[-1] > 0 and beta_density(edges[-1], a, b) > scale * mp.mpf(10) ** -26:
        edges.append(max(mp.mpf(0), edges[-1] - sd))
    return scale * mp.quad(lambda u: beta_density(u, a, b) / scale if u > 0 else mp.mpf(0), edges[::-1], maxdegree=5)


def beta_tails(x, a, b):
    x, a, b = mp.mpf(x), mp.mpf(a), mp.mpf(b)
    if min(a, b) > 2000:
        if x * b <= (1 - x) * a:
            lower = beta_quadrature(x, a, b)
            return lower, 1 - lower
        upper = beta_quadrature(1 - x, b, a)
        return 1 - upper, upper
    # The series is short near 0, and where the other parameter is large; the other tail keeps 25 digits down to 1e-30.
    with mp.workdps(60):
        if a <= b if max(a, b) > 2000 else x <= 0.5:
            lower = beta_series(x, a, b)
            return lower, 1 - lower
        upper = beta_series(1 - x, b, a)
        return 1 - upper, upper


@functools.lru_cache(maxsize=64)
def log_beta(a, b):
    return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)


def beta_density(x, a, b):
    return mp.exp((a - 1) * mp.log(x) + (b - 1) * mp.log1p(-x) - log_beta(a, b))


def beta_quantile(p, a, b):
    """Newton's method on I_x(a, b) = p from a double-precision start, on the side of the smaller parameter."""
    p, a, b = mp.mpf(p), mp.mpf(a), mp.mpf(b)
    if a > b:
        return 1 - beta_quantile(1 - p, b, a)
    x = mp.mpf(float(special.betaincinv(float(a), float(b), float(p))))
    for _ in range(12):
        step = (beta_tails(x, a, b)[0] - p) / beta_density(x, a, b)
        x -= step
        if abs(step) < x * mp.mpf(10) ** -20:
            return x
    raise ArithmeticError(f"no quantile {p} of beta({a}, {b})")


def t_lower(t, degrees):
    t, degrees = mp.mpf(t), mp.mpf(degrees)
    lower, upper = beta_tails(degrees / (degrees + t * t), degrees / 2, mp.mpf(1) / 2)
    return lower / 2 if t < 0 else mp.mpf(1) / 2 + upper / 2


def t_quantile(p, degrees):
    p, v = mp.mpf(p), mp.mpf(degrees)
    t = mp.mpf(float(special.stdtrit(float(degrees), float(p))))
    for _ in range(20):
        log_density = (
            mp.loggamma((v + 1) / 2) - mp.loggamma(v / 2) - mp.log(v * mp.pi) / 2 - (v + 1) / 2 * mp.log1p(t * t / v)
        )
        step = (t_lower(t, v) - p) / mp.exp(log_density)
        t -= step
        if abs(step) < abs(t) * mp.mpf(10) ** -20:
            break
    return t


def noncentral_t_tails(t, degrees, shift):
    """The defining integral over the chi distribution of the scale."""
    t, v, shift = mp.mpf(t), mp.mpf(degrees), mp.mpf(shift)
    constant = mp.log(2) + v / 2 * mp.log(v / 2) - mp.loggamma(v / 2)

    def density(s):
        return mp.exp(constant + (v - 1) * mp.log(s) - v * s * s / 2)

    width = 1 / mp.sqrt(2 * v)
    edges = sorted({max(mp.mpf(0), 1 + k * width) for k in range(-16, 17, 2)} | {1 + 24 * width})
    low = mp.quad(lambda s: mp.ncdf(t * s - shift) * density(s) if s > 0 else mp.mpf(0), edges)
    high = mp.quad(lambda s: mp.ncdf(shift - t * s) * density(s) if s > 0 else mp.mpf(0), edges)
    return low, high


def binomial_tails(x, n, p):
    """P(X <= x) and P(X >= x) as sums of exact terms."""
    p = mp.mpf(p)
    q = 1 - p
    top = mp.exp(mp.loggamma(n + 1) - mp.loggamma(x + 1) - mp.loggamma(n - x + 1) + x * mp.log(p) + (n - x) * mp.log(q))
    at_most, term, k = top, top, x
    while k > 0:
        term *= k * q / ((n - k + 1) * p)
        k -= 1
        at_most += term
        if term < at_most * mp.mpf(10) ** -26 and k < n * p:
            break
    at_least, term, k = top, top, x
    while k < n:
        term *= (n - k) * p / ((k + 1) * q)
        k += 1
        at_least += term
        if term < at_least * mp.mpf(10) ** -26 and k > n * p:
            break
    return top, at_most, at_least


def main():
    f = float
    log_gamma = [1e-8, 1e-3, 0.1, 0.3, 0.5, 0.7, 0.999, 1 + 1e-9, 1.2, 1.4616321449683623, 1.5, 1.7, 1.99999999, 2.0000001,
                 2.2, 2.5, 3.7, 5, 7.25, 9.99, 10, 10.5, 15, 33.3, 100, 1e3, 12345.678, 1e6, 5e6 + 0.5, 1e7, 2e7, 1e12]
    normal = [0, 1e-10, -1e-10, 0.1, -0.5, 0.5, -1, 1, -1.6448536269514722, -2, 2.5, -2.999, -3, -3.001, -3.5, -4, -5, -8,
              -12, -20, -30, -37, 6]
    shares = [1e-300, 1e-100, 1e-20, 1e-12, 1e-8, 1e-5, 0.001, 0.01, 0.025, 0.05, 0.075, 0.0750001, 0.1, 0.25, 0.4,
              0.4999999, 0.5000001, 0.6, 0.8, 0.9, 0.95, 0.975, 0.99, 0.999, 0.999999]
    beta = []
    for a, b in [(0.5, 0.5), (0.01, 3), (0.3, 1e5), (1, 1), (1, 20), (2, 3), (3, 0.5), (7.5, 30.25), (50, 51), (10, 991),
                 (1000, 3), (500, 499.5), (1, 1e7), (3, 1e7), (1e7, 1), (250, 1e7), (1e5, 9e5), (3.3e6, 6.7e6), (5e6, 5e6),
                 (9.99e6, 1e4), (0.5, 5e6), (5e6, 0.5)]:
        mean = a / (a + b)
        sd = (a * b / (a + b + 1)) ** 0.5 / (a + b)
        xs = {mean + k * sd for k in (-12, -6, -3, -1.5, -0.3, 0, 0.7, 2, 5, 11)} | {0.1, 0.5, 0.9, mean / 10}
        for x in sorted(x for x in xs if 0 < x < 1 and abs(x - mean) < 13 * sd):
            lower, upper = beta_tails(x, a, b)
            if lower > 1e-30 and upper > 1e-30:
                beta.append([x, a, b, f(lower), f(upper)])
    quantile = []
    for a, b in [(0.3, 2), (0.5, 0.5), (1, 1), (1, 30), (30, 1), (2, 9), (10, 91), (11, 90), (12.75, 40.5), (96, 5),
                 (500, 501), (1, 1e7), (2, 1e7), (1e7, 1), (1e7, 3), (250, 9999751), (1e6, 9e6), (3e6, 7000001),
                 (5e6, 5000001), (9999000, 1001)]:
        for p in (0.0005, 0.001, 0.01, 0.05, 0.1, 0.3, 0.5, 0.8, 0.95, 0.99, 0.999):
            x = beta_quantile(p, a, b)
            quantile.append([p, a, b, f(x), f(1 - x)])
    degrees = [1, 2, 3, 4.5, 9, 10, 29, 99.5, 1000, 123456.7, 1e7]
    t_cdf = [[t, v, f(t_lower(t, v))] for v in degrees for t in (-40, -8, -3, -1.7, -1, -0.2, -1e-6, 0.4, 1.3, 2.5, 6)
             if t_lower(t, v) > 1e-30]
    t_q = [[p, v, f(t_quantile(p, v))] for v in degrees for p in (1e-9, 0.001, 0.01, 0.05, 0.25, 0.4999, 0.7, 0.95, 0.995)]
    nct = []
    for t, v, shift in [(1.8, 1, 3), (-1, 5, 4), (2, 10, 1), (2.132, 4, 2.5), (1.833, 9, 0), (1.833, 9, 2.8), (1.699, 29, 3.1),
                        (1.66, 99, 2.5), (3, 12.7, -1), (30, 20, 25), (12.706, 1, 5), (1.645, 1e4, 2.5), (1.645, 1e6, 2.5),
                        (1.6448537, 1e7, 2.4865), (6.31, 1, 0.5), (1.66, 99, 12)]:
        low, high = noncentral_t_tails(t, v, shift)
        nct.append([t, v, shift, f(low), f(high)])
    binomial = []
    for x, n, p in [(0, 1, 0.3), (1, 1, 0.3), (1, 30, 0.05), (29, 29, 0.9), (49, 50, 0.9), (3, 10, 0.5), (96, 100, 0.9),
                    (50, 100, 0.9), (450, 500, 0.9), (1, 10_000_000, 1e-7), (5, 10_000_000, 1e-6),
                    (9_001_561, 10_000_000, 0.9), (3_000_000, 10_000_000, 0.3), (3_010_000, 10_000_000, 0.3),
                    (9_999_990, 10_000_000, 0.999998)]:
        binomial.append([x, n, p, *map(f, binomial_tails(x, n, p))])
    json.dump(
        {
            "madeBy": f"scripts/reference/special_functions.py, mpmath {mp.__version__}, "
            f"starting values of scipy {scipy.__version__}",
            "logGamma": [[x, f(mp.loggamma(mp.mpf(x)))] for x in log_gamma],
            "normalCdf": [[z, f(mp.ncdf(mp.mpf(z)))] for z in normal],
            "normalQuantile": [[p, f(normal_quantile(p))] for p in shares],
            "incompleteBeta": beta,
            "betaQuantile": quantile,
            "tCdf": t_cdf,
            "tQuantile": t_q,
            "noncentralT": nct,
            "binomial": binomial,
        },
        sys.stdout,
    )


def normal_quantile(p):
    p = mp.mpf(p)
    z = mp.mpf(float(special.ndtri(float(p))))
    for _ in range(20):
        step = (mp.ncdf(z) - p) / mp.npdf(z)
        z -= step
        if abs(step) < abs(z) * mp.mpf(10) ** -26:
            break
    return z


if __name__ == "__main__":
    main()
