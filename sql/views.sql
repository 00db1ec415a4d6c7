-- Views over the tables of `poc export`, in SQL that DuckDB and PostgreSQL read alike.
-- First create the tables: sql/duckdb.sql or sql/postgresql.sql. docs/organisation.md shows both.

-- One row for each PoC: where it stands, what it has used, and how long its decision took.
CREATE OR REPLACE VIEW portfolio AS
SELECT
  poc,
  title,
  owner,
  sponsor,
  state,
  working_day,
  working_days,
  first_day,
  last_day,
  currency,
  spend_cap,
  spend,
  CASE WHEN spend_cap > 0 THEN CAST(spend AS double precision) / CAST(spend_cap AS double precision) END AS spend_share,
  hours,
  effort_cost,
  recommendation,
  outcome,
  decided_on,
  days_overdue,
  -- Days from the end of the timebox to the decision; below zero where it came early.
  decided_on - last_day AS decision_latency,
  readable
FROM poc;

-- Money and hours day by day, with their totals so far.
CREATE OR REPLACE VIEW burn AS
WITH by_day AS (
  SELECT poc, day, sum(counted) AS spent, CAST(0 AS numeric(38, 15)) AS hours
  FROM spend
  WHERE counted IS NOT NULL
  GROUP BY poc, day
  UNION ALL
  SELECT poc, day, CAST(0 AS numeric(38, 4)) AS spent, sum(hours) AS hours
  FROM time
  GROUP BY poc, day
),
days AS (
  SELECT poc, day, sum(spent) AS spent, sum(hours) AS hours
  FROM by_day
  GROUP BY poc, day
),
totals AS (
  SELECT
    poc,
    day,
    spent,
    sum(spent) OVER (PARTITION BY poc ORDER BY day) AS spent_so_far,
    hours,
    sum(hours) OVER (PARTITION BY poc ORDER BY day) AS hours_so_far
  FROM days
)
SELECT
  totals.poc,
  totals.day,
  poc.currency,
  totals.spent,
  totals.spent_so_far,
  CASE
    WHEN poc.spend_cap > 0 THEN CAST(totals.spent_so_far AS double precision) / CAST(poc.spend_cap AS double precision)
  END AS share_so_far,
  totals.hours,
  totals.hours_so_far
FROM totals
JOIN poc ON poc.poc = totals.poc;

-- The days on which a verdict changed, with what it was before.
CREATE OR REPLACE VIEW verdict_history AS
WITH by_day AS (
  SELECT
    poc,
    kind,
    id,
    day,
    working_day,
    verdict,
    estimate,
    n,
    lag(verdict) OVER (PARTITION BY poc, kind, id ORDER BY day) AS verdict_before
  FROM verdict
)
SELECT poc, kind, id, day, working_day, verdict_before, verdict, estimate, n
FROM by_day
WHERE verdict_before IS NULL OR verdict <> verdict_before;

-- What the PoCs died of that ended in a no-go, or that nobody came back to: the causes that were high, and the money that was in them. A PoC may
-- have several causes; one without any is counted as "not recorded".
CREATE OR REPLACE VIEW causes_of_death AS
WITH dead AS (
  SELECT poc, currency, spend FROM poc WHERE state IN ('no-go', 'dead')
),
causes AS (
  SELECT DISTINCT dead.poc, dead.currency, dead.spend, coalesce(risk.cause, 'not recorded') AS cause
  FROM dead
  LEFT JOIN risk ON risk.poc = dead.poc AND risk.cause IS NOT NULL AND risk.level = 'high'
)
SELECT cause, currency, count(*) AS pocs, sum(spend) AS spend
FROM causes
GROUP BY cause, currency;

-- How far forecasts were off: over all (kind and team empty), by kind, and by team, or by owner where poc.yaml names no team. Each forecast counts once, by its
-- latest answer. Below ten follow-ups with figures there is no median, below five figures none of a group; it is empty
-- too where half of the figures or more never came.
CREATE OR REPLACE VIEW calibration AS
WITH answered AS (
  SELECT
    poc,
    decision,
    name,
    due,
    kind,
    within,
    worse,
    -- What never pays back is worse than everything else; a billion times stands for it.
    CASE WHEN never AND forecast > 0 THEN CAST(1000000000 AS double precision) ELSE ratio END AS ratio,
    row_number() OVER (PARTITION BY poc, decision, name ORDER BY due DESC) AS nth
  FROM forecast
  WHERE answered_on IS NOT NULL AND (actual IS NOT NULL OR never)
),
follow_ups AS (
  SELECT count(*) AS follow_ups FROM (SELECT DISTINCT poc, decision, due FROM answered) AS days
),
latest AS (
  SELECT answered.kind, coalesce(poc.team, poc.owner) AS team, answered.within, answered.worse, answered.ratio
  FROM answered
  JOIN poc ON poc.poc = answered.poc
  WHERE answered.nth = 1
),
grouped AS (
  SELECT
    kind,
    team,
    count(*) AS figures,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY ratio) AS median,
    sum(CASE WHEN within THEN 1 ELSE 0 END) AS within,
    count(within) AS within_of,
    sum(CASE WHEN worse THEN 1 ELSE 0 END) AS worse
  FROM latest
  GROUP BY GROUPING SETS ((), (kind), (team))
)
SELECT
  grouped.kind,
  grouped.team,
  follow_ups.follow_ups,
  grouped.figures,
  CASE
    WHEN follow_ups.follow_ups >= 10 AND grouped.figures >= 5 AND grouped.median < 500000000 THEN grouped.median
  END AS median_ratio,
  grouped.within,
  grouped.within_of,
  grouped.worse
FROM grouped
CROSS JOIN follow_ups
WHERE grouped.figures > 0;
