# Reference values of R's own methods for means, clustered rates and planning.
# Rscript scripts/reference/means-and-planning.R > test/statistics/reference/means-and-planning.json
suppressPackageStartupMessages(library(survey))

number <- function(x) ifelse(is.finite(x), formatC(x, digits = 17, format = "g"), "null")
row <- function(...) paste0("[", paste(number(c(...)), collapse = ","), "]")
block <- function(name, rows) paste0("\"", name, "\":[", paste(rows, collapse = ",\n"), "]")

samples <- list(
  c(4.1, 5.3, 3.9, 6.2, 5.5, 4.8, 5.1, 4.4, 6.6, 5.0),
  c(1, 2),
  c(10000000.2, 10000000.1, 10000000.3, 10000000.1, 10000000.2),
  c(0.02, 0.19, 1.4, 0.33, 0.05, 2.9, 0.61, 0.08)
)
mean_rows <- unlist(lapply(seq_along(samples), function(i) {
  sapply(c(0.9, 0.95, 0.999), function(c) row(i - 1, c, t.test(samples[[i]], conf.level = 2 * c - 1)$conf.int))
}))
welch_rows <- unlist(lapply(list(c(1, 4), c(4, 1), c(2, 1)), function(p) {
  sapply(c(0.9, 0.95, 0.999), function(c) {
    row(p - 1, c, t.test(samples[[p[1]]], samples[[p[2]]], conf.level = 2 * c - 1)$conf.int)
  })
}))
sample_rows <- sapply(samples, function(s) paste0("[", paste(number(s), collapse = ","), "]"))

clusters <- list(
  list(x = c(8, 9, 10, 7, 10, 9, 6, 10, 10, 8), n = rep(10, 10)),
  list(x = c(4, 2, 2), n = c(4, 9, 2)),
  list(x = c(0, 0, 1, 0, 2, 0, 0, 0, 1, 0, 0, 0), n = c(5, 5, 5, 5, 5, 5, 4, 6, 5, 5, 3, 7)),
  list(x = c(40, 35, 12, 50), n = c(50, 50, 50, 50)),
  list(x = c(1, 19), n = c(20, 20))
)
korn_rows <- unlist(lapply(seq_along(clusters), function(i) {
  k <- clusters[[i]]
  data <- data.frame(
    y = unlist(mapply(function(x, n) rep(c(1, 0), c(x, n - x)), k$x, k$n, SIMPLIFY = FALSE)),
    g = rep(seq_along(k$n), k$n)
  )
  design <- svydesign(ids = ~g, data = data, weights = ~1)
  sapply(c(0.9, 0.95), function(c) {
    bounds <- confint(svyciprop(~y, design, method = "beta", level = 2 * c - 1, df = degf(design)))
    se <- as.numeric(SE(svymean(~y, design)))
    row(i - 1, c, as.numeric(bounds), se)
  })
}))
cluster_rows <- sapply(clusters, function(k) paste0("[[", paste(k$x, collapse = ","), "],[", paste(k$n, collapse = ","), "]]"))

grid <- expand.grid(n = c(3, 10, 35, 400), shift = c(0.1, 0.4, 1), c = c(0.9, 0.95, 0.999))
one_t <- apply(grid, 1, function(g) {
  row(g, power.t.test(n = g[1], delta = g[2], sd = 1.3, sig.level = 1 - g[3], type = "one.sample", alternative = "one.sided")$power)
})
two_t <- apply(grid, 1, function(g) {
  row(g, power.t.test(n = g[1], delta = g[2], sd = 1.3, sig.level = 1 - g[3], alternative = "one.sided")$power)
})
t_sizes <- unlist(lapply(c(0.2, 0.5, 1.1), function(d) sapply(c(0.8, 0.9), function(p) {
  row(d, p,
    power.t.test(delta = d, sd = 1, sig.level = 0.05, power = p, type = "one.sample", alternative = "one.sided")$n,
    power.t.test(delta = d, sd = 1, sig.level = 0.05, power = p, alternative = "one.sided")$n)
})))
props <- list(c(0.5, 0.75), c(0.1, 0.2), c(0.9, 0.95), c(0.02, 0.03), c(0.3, 0.301))
prop_rows <- unlist(lapply(props, function(p) sapply(c(0.8, 0.9), function(w) {
  row(p, w, power.prop.test(p1 = p[1], p2 = p[2], sig.level = 0.05, power = w, alternative = "one.sided", tol = 1e-12)$n)
})))

cat("{\"madeBy\":\"scripts/reference/means-and-planning.R,", R.version.string, "survey", as.character(packageVersion("survey")), "\",\n")
cat(paste(c(
  block("samples", sample_rows), block("mean", mean_rows), block("welch", welch_rows),
  block("clusters", cluster_rows), block("kornGraubard", korn_rows),
  block("oneSampleT", one_t), block("twoSampleT", two_t), block("sizesT", t_sizes), block("sizesDifference", prop_rows)
), collapse = ",\n"))
cat("}\n")
