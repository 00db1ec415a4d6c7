-- The tables of `poc export --format csv`, for PostgreSQL 15 and later. docs/organisation.md loads them.

CREATE TABLE poc (
  poc text,
  schema_version bigint,
  as_of timestamp with time zone,
  as_of_day date,
  source text,
  place text,
  title text,
  question text,
  kind text,
  owner text,
  sponsor text,
  team text,
  timezone text,
  state text,
  phase text,
  recommendation text,
  rule text,
  outcome text,
  decided_on date,
  started_at timestamp with time zone,
  first_day date,
  last_day date,
  days_overdue bigint,
  working_day bigint,
  working_days bigint,
  currency text,
  spend_cap numeric(38, 4),
  spend numeric(38, 4),
  unconverted bigint,
  hours_cap numeric(38, 15),
  hours numeric(38, 15),
  effort_cost numeric(38, 4),
  impact_annual numeric(38, 4),
  payback_months numeric(38, 15),
  entries bigint,
  readable boolean,
  PRIMARY KEY (poc)
);
COMMENT ON TABLE poc IS 'One row for each PoC, as it stands.';
COMMENT ON COLUMN poc.poc IS 'The PoC: its repository and its place in it.';
COMMENT ON COLUMN poc.schema_version IS 'The version of these tables.';
COMMENT ON COLUMN poc.as_of IS 'The moment that the row is for.';
COMMENT ON COLUMN poc.as_of_day IS 'The day of it, in the time zone of the PoC.';
COMMENT ON COLUMN poc.source IS 'The repository.';
COMMENT ON COLUMN poc.place IS 'Path of the folder in the repository; empty where it is the root.';
COMMENT ON COLUMN poc.title IS 'Its title.';
COMMENT ON COLUMN poc.question IS 'The question that it answers.';
COMMENT ON COLUMN poc.kind IS 'feasibility, vendor-evaluation or guardrail-validation.';
COMMENT ON COLUMN poc.owner IS 'Who owns it.';
COMMENT ON COLUMN poc.sponsor IS 'Who decides and would fund what follows.';
COMMENT ON COLUMN poc.team IS 'Whose PoC it is, where poc.yaml says so.';
COMMENT ON COLUMN poc.timezone IS 'The time zone of its days.';
COMMENT ON COLUMN poc.state IS 'draft, running, extended, decision-due, dead, go, conditional, no-go, as `poc list` says it.';
COMMENT ON COLUMN poc.phase IS 'draft, running, over (time is up, undecided) or decided.';
COMMENT ON COLUMN poc.recommendation IS 'What the records recommend.';
COMMENT ON COLUMN poc.rule IS 'The rule that recommends it.';
COMMENT ON COLUMN poc.outcome IS 'What was decided: go, conditional or no-go.';
COMMENT ON COLUMN poc.decided_on IS 'The day of the decision.';
COMMENT ON COLUMN poc.started_at IS 'When its terms were frozen.';
COMMENT ON COLUMN poc.first_day IS 'The first day of the timebox.';
COMMENT ON COLUMN poc.last_day IS 'The last day of the timebox.';
COMMENT ON COLUMN poc.days_overdue IS 'Days since the decision was due; empty where it is not.';
COMMENT ON COLUMN poc.working_day IS 'Working days begun so far.';
COMMENT ON COLUMN poc.working_days IS 'Working days of the timebox.';
COMMENT ON COLUMN poc.currency IS 'The currency of its amounts.';
COMMENT ON COLUMN poc.spend_cap IS 'The spend cap.';
COMMENT ON COLUMN poc.spend IS 'Money spent so far, as `poc status` says it.';
COMMENT ON COLUMN poc.unconverted IS 'Amounts in a currency without a rate, which are in no total.';
COMMENT ON COLUMN poc.hours_cap IS 'The most hours of people.';
COMMENT ON COLUMN poc.hours IS 'Hours of people so far, meetings included.';
COMMENT ON COLUMN poc.effort_cost IS 'What these hours cost; empty where a rate is missing.';
COMMENT ON COLUMN poc.impact_annual IS 'Annual net impact at the likely inputs.';
COMMENT ON COLUMN poc.payback_months IS 'Payback at the likely inputs; empty where it never pays back.';
COMMENT ON COLUMN poc.entries IS 'Entries that count.';
COMMENT ON COLUMN poc.readable IS 'Whether all of its files could be read.';

CREATE TABLE term (
  poc text,
  term text,
  label text,
  at_start text,
  agreed text,
  in_file text,
  amendments bigint,
  drifts boolean,
  PRIMARY KEY (poc, term)
);
COMMENT ON TABLE term IS 'What was agreed, and what the files say: a row for each term.';
COMMENT ON COLUMN term.poc IS 'The PoC: its repository and its place in it.';
COMMENT ON COLUMN term.term IS 'Its name, as in `poc amend --set`.';
COMMENT ON COLUMN term.label IS 'What people call it.';
COMMENT ON COLUMN term.at_start IS 'As it was frozen by `poc start`.';
COMMENT ON COLUMN term.agreed IS 'As it is in force, with its amendments.';
COMMENT ON COLUMN term.in_file IS 'As the files say it today.';
COMMENT ON COLUMN term.amendments IS 'How often it was amended.';
COMMENT ON COLUMN term.drifts IS 'Whether the file differs from what was agreed.';

CREATE TABLE entry (
  poc text,
  entry text,
  at timestamp with time zone,
  logged timestamp with time zone,
  day date,
  by text,
  recorded_by text,
  via text,
  facts text,
  note text,
  after text,
  withdrawn_by text,
  source_format text,
  source_key text,
  file text,
  PRIMARY KEY (poc, entry)
);
COMMENT ON TABLE entry IS 'The log: a row for each entry up to the moment of the export, withdrawn ones among them.';
COMMENT ON COLUMN entry.poc IS 'The PoC: its repository and its place in it.';
COMMENT ON COLUMN entry.entry IS 'Its id, unique within the PoC.';
COMMENT ON COLUMN entry.at IS 'When it happened.';
COMMENT ON COLUMN entry.logged IS 'When it was written, where that is later.';
COMMENT ON COLUMN entry.day IS 'The day of it, in the time zone of the PoC.';
COMMENT ON COLUMN entry.by IS 'Who logged it.';
COMMENT ON COLUMN entry.recorded_by IS 'The person who typed it in that name.';
COMMENT ON COLUMN entry.via IS 'What wrote it in their name.';
COMMENT ON COLUMN entry.facts IS 'What it contains, as the keys of its file, separated by spaces.';
COMMENT ON COLUMN entry.note IS 'Its note.';
COMMENT ON COLUMN entry.after IS 'The newest entry that its author could know.';
COMMENT ON COLUMN entry.withdrawn_by IS 'The entry that withdrew it.';
COMMENT ON COLUMN entry.source_format IS 'What it was imported from.';
COMMENT ON COLUMN entry.source_key IS 'The part of the source that it contains.';
COMMENT ON COLUMN entry.file IS 'Its file, from the PoC folder.';

CREATE TABLE result (
  poc text,
  entry text,
  line bigint,
  at timestamp with time zone,
  day date,
  withdrawn boolean,
  eval text,
  arm text,
  model text,
  counted bigint,
  n bigint,
  value numeric(38, 15),
  unit text,
  sd numeric(38, 15),
  errors bigint,
  pairs_both bigint,
  pairs_baseline bigint,
  pairs_candidate bigint,
  pairs_neither bigint,
  judged boolean,
  evidence text,
  dataset text,
  cases text,
  PRIMARY KEY (poc, entry, line)
);
COMMENT ON TABLE result IS 'Measured values: a row for each result of an eval.';
COMMENT ON COLUMN result.poc IS 'The PoC: its repository and its place in it.';
COMMENT ON COLUMN result.entry IS 'Id of the entry.';
COMMENT ON COLUMN result.line IS 'Which line of the entry, from 1 on.';
COMMENT ON COLUMN result.at IS 'When it was logged.';
COMMENT ON COLUMN result.day IS 'The day of it, in the time zone of the PoC.';
COMMENT ON COLUMN result.withdrawn IS 'Whether a correction or a later import withdrew it.';
COMMENT ON COLUMN result.eval IS 'Id of the eval.';
COMMENT ON COLUMN result.arm IS 'The variant it was measured on; empty if there is only one.';
COMMENT ON COLUMN result.model IS 'The model.';
COMMENT ON COLUMN result.counted IS 'x of a count x/n.';
COMMENT ON COLUMN result.n IS 'How many cases were scored.';
COMMENT ON COLUMN result.value IS 'The value, if it is not a count.';
COMMENT ON COLUMN result.unit IS 'The unit of the value.';
COMMENT ON COLUMN result.sd IS 'Standard deviation of the value.';
COMMENT ON COLUMN result.errors IS 'Cases that broke before they could be scored.';
COMMENT ON COLUMN result.pairs_both IS 'Of pairs: counted in both arms.';
COMMENT ON COLUMN result.pairs_baseline IS 'Of pairs: counted in the baseline only.';
COMMENT ON COLUMN result.pairs_candidate IS 'Of pairs: counted in the candidate only.';
COMMENT ON COLUMN result.pairs_neither IS 'Of pairs: counted in neither.';
COMMENT ON COLUMN result.judged IS 'Whether the verdict of today rests on it.';
COMMENT ON COLUMN result.evidence IS 'Where the run can be seen.';
COMMENT ON COLUMN result.dataset IS 'sha256 of the data set.';
COMMENT ON COLUMN result.cases IS 'The file with its cases.';

CREATE TABLE spend (
  poc text,
  entry text,
  line bigint,
  at timestamp with time zone,
  day date,
  withdrawn boolean,
  category text,
  basis text,
  amount numeric(38, 4),
  currency text,
  exact numeric(38, 15),
  rate numeric(38, 15),
  counted numeric(38, 4),
  replaced_by text,
  model text,
  tokens_input bigint,
  tokens_cached bigint,
  tokens_output bigint,
  note text,
  tokens_cache_write bigint,
  tokens_cache_write_1h bigint,
  tokens_above bigint,
  tokens_batch boolean,
  PRIMARY KEY (poc, entry, line)
);
COMMENT ON TABLE spend IS 'Money: a row for each amount that was logged. The sum of `counted` is `spend` of the PoC, to the cent.';
COMMENT ON COLUMN spend.poc IS 'The PoC: its repository and its place in it.';
COMMENT ON COLUMN spend.entry IS 'Id of the entry.';
COMMENT ON COLUMN spend.line IS 'Which line of the entry, from 1 on.';
COMMENT ON COLUMN spend.at IS 'When it was logged.';
COMMENT ON COLUMN spend.day IS 'The day of it, in the time zone of the PoC.';
COMMENT ON COLUMN spend.withdrawn IS 'Whether a correction or a later import withdrew it.';
COMMENT ON COLUMN spend.category IS 'What it went to.';
COMMENT ON COLUMN spend.basis IS 'billed, metered or estimated.';
COMMENT ON COLUMN spend.amount IS 'The amount as it was logged.';
COMMENT ON COLUMN spend.currency IS 'The currency of the amount.';
COMMENT ON COLUMN spend.exact IS 'The amount with all its digits, if it has more than its currency.';
COMMENT ON COLUMN spend.rate IS 'The exchange rate that was logged with it.';
COMMENT ON COLUMN spend.counted IS 'By how much it raises the total, in the currency of the PoC; empty where it does not count, or has no rate.';
COMMENT ON COLUMN spend.replaced_by IS 'The entry whose amount took its place.';
COMMENT ON COLUMN spend.model IS 'The model.';
COMMENT ON COLUMN spend.tokens_input IS 'Input tokens, cached ones among them.';
COMMENT ON COLUMN spend.tokens_cached IS 'Input tokens from the cache.';
COMMENT ON COLUMN spend.tokens_output IS 'Output tokens.';
COMMENT ON COLUMN spend.note IS 'What it was.';
COMMENT ON COLUMN spend.tokens_cache_write IS 'Input tokens written to the cache for minutes.';
COMMENT ON COLUMN spend.tokens_cache_write_1h IS 'Input tokens written to the cache for an hour.';
COMMENT ON COLUMN spend.tokens_above IS 'The length of a request in tokens above which they have prices of their own.';
COMMENT ON COLUMN spend.tokens_batch IS 'Whether they were sent as a batch.';

CREATE TABLE time (
  poc text,
  day date,
  line bigint,
  kind text,
  hours numeric(38, 15),
  by text,
  what text,
  PRIMARY KEY (poc, day, line)
);
COMMENT ON TABLE time IS 'Hours that count, by day: those of the team. Only where the charter says `hours_shown: person` there is a row for each line, with its author.';
COMMENT ON COLUMN time.poc IS 'The PoC: its repository and its place in it.';
COMMENT ON COLUMN time.day IS 'The day, in the time zone of the PoC.';
COMMENT ON COLUMN time.line IS 'Which row of the day, from 1 on.';
COMMENT ON COLUMN time.kind IS 'work or meeting.';
COMMENT ON COLUMN time.hours IS 'Person-hours.';
COMMENT ON COLUMN time.by IS 'Whose hours; empty where hours are shown by team.';
COMMENT ON COLUMN time.what IS 'What for; empty where hours are shown by team.';

CREATE TABLE risk (
  poc text,
  risk text,
  cause text,
  level text,
  stated text,
  raised boolean,
  answered boolean,
  question text,
  owner text,
  mitigation text,
  note text,
  evidence text,
  PRIMARY KEY (poc, risk)
);
COMMENT ON TABLE risk IS 'The risk register with the levels from the log: a row for each risk.';
COMMENT ON COLUMN risk.poc IS 'The PoC: its repository and its place in it.';
COMMENT ON COLUMN risk.risk IS 'Its id.';
COMMENT ON COLUMN risk.cause IS 'Which of the seven causes of death it is.';
COMMENT ON COLUMN risk.level IS 'unknown, low, medium, high or closed, as it stands.';
COMMENT ON COLUMN risk.stated IS 'The latest level that a person gave.';
COMMENT ON COLUMN risk.raised IS 'Whether the records raise it.';
COMMENT ON COLUMN risk.answered IS 'Whether a person answered what the records raise.';
COMMENT ON COLUMN risk.question IS 'What it asks.';
COMMENT ON COLUMN risk.owner IS 'Who answers for it.';
COMMENT ON COLUMN risk.mitigation IS 'What is done about it.';
COMMENT ON COLUMN risk.note IS 'The latest note.';
COMMENT ON COLUMN risk.evidence IS 'Where it can be seen.';

CREATE TABLE verdict (
  poc text,
  day date,
  working_day bigint,
  kind text,
  id text,
  verdict text,
  changed boolean,
  interim boolean,
  estimate double precision,
  low double precision,
  high double precision,
  n bigint,
  PRIMARY KEY (poc, day, kind, id)
);
COMMENT ON TABLE verdict IS 'The verdicts at the end of each day since the start: a row for each eval and each kill criterion.';
COMMENT ON COLUMN verdict.poc IS 'The PoC: its repository and its place in it.';
COMMENT ON COLUMN verdict.day IS 'The day, in the time zone of the PoC.';
COMMENT ON COLUMN verdict.working_day IS 'Which day of the timebox; empty on other days.';
COMMENT ON COLUMN verdict.kind IS 'eval or kill criterion.';
COMMENT ON COLUMN verdict.id IS 'Id of the eval or of the kill criterion.';
COMMENT ON COLUMN verdict.verdict IS 'met, not met, unsettled, unmeasured, invalid; tripped, cleared, pending, overdue.';
COMMENT ON COLUMN verdict.changed IS 'Whether it differs from the day before.';
COMMENT ON COLUMN verdict.interim IS 'Of an eval: a look that is not the last word.';
COMMENT ON COLUMN verdict.estimate IS 'Of an eval: the figure; a share is a fraction.';
COMMENT ON COLUMN verdict.low IS 'The lower end of its range; empty where it has none.';
COMMENT ON COLUMN verdict.high IS 'The upper end of its range; empty where it has none.';
COMMENT ON COLUMN verdict.n IS 'The cases behind it.';

CREATE TABLE decision (
  poc text,
  entry text,
  at timestamp with time zone,
  day date,
  outcome text,
  stands_as text,
  by text,
  recorded_by text,
  why text,
  recommended text,
  rule text,
  against boolean,
  override text,
  conditions bigint,
  ask text,
  ends text,
  learned text,
  alternatives text,
  retry_if text,
  PRIMARY KEY (poc, entry)
);
COMMENT ON TABLE decision IS 'What people decided: a row for each decision, extensions and superseded ones among them.';
COMMENT ON COLUMN decision.poc IS 'The PoC: its repository and its place in it.';
COMMENT ON COLUMN decision.entry IS 'Id of the entry.';
COMMENT ON COLUMN decision.at IS 'When it was decided.';
COMMENT ON COLUMN decision.day IS 'Its day, in the time zone of the PoC.';
COMMENT ON COLUMN decision.outcome IS 'go, conditional, no-go or extend.';
COMMENT ON COLUMN decision.stands_as IS 'current, superseded, or disputed: two decisions of which neither replaces the other.';
COMMENT ON COLUMN decision.by IS 'Who decided.';
COMMENT ON COLUMN decision.recorded_by IS 'The person who typed it in that name.';
COMMENT ON COLUMN decision.why IS 'The reason.';
COMMENT ON COLUMN decision.recommended IS 'What the records recommended at that moment.';
COMMENT ON COLUMN decision.rule IS 'The rule that recommended it.';
COMMENT ON COLUMN decision.against IS 'Whether it goes against the recommendation.';
COMMENT ON COLUMN decision.override IS 'Why the recommendation was not followed.';
COMMENT ON COLUMN decision.conditions IS 'How many conditions it has.';
COMMENT ON COLUMN decision.ask IS 'What was requested.';
COMMENT ON COLUMN decision.ends IS 'What would end what comes next.';
COMMENT ON COLUMN decision.learned IS 'What was learned.';
COMMENT ON COLUMN decision.alternatives IS 'What else could be done.';
COMMENT ON COLUMN decision.retry_if IS 'Of a no-go: what would have to change for another try.';

CREATE TABLE forecast (
  poc text,
  decision text,
  name text,
  due date,
  kind text,
  better text,
  unit text,
  forecast numeric(38, 15),
  low numeric(38, 15),
  high numeric(38, 15),
  answered_on date,
  answer text,
  actual numeric(38, 15),
  never boolean,
  ratio double precision,
  within boolean,
  worse boolean,
  not_in_use text,
  PRIMARY KEY (poc, decision, name, due)
);
COMMENT ON TABLE forecast IS 'What a go in force promised, and what came true: a row for each figure and each day on which it is due.';
COMMENT ON COLUMN forecast.poc IS 'The PoC: its repository and its place in it.';
COMMENT ON COLUMN forecast.decision IS 'Id of the entry with the decision.';
COMMENT ON COLUMN forecast.name IS 'Id of the eval, else the kind.';
COMMENT ON COLUMN forecast.due IS 'The day on which people are asked what came true.';
COMMENT ON COLUMN forecast.kind IS 'metric, unit-cost, value (of a year) or payback.';
COMMENT ON COLUMN forecast.better IS 'Of a metric: the good direction, lower or higher.';
COMMENT ON COLUMN forecast.unit IS 'The unit of the figures: %, a currency, months, or that of the eval.';
COMMENT ON COLUMN forecast.forecast IS 'What was promised.';
COMMENT ON COLUMN forecast.low IS 'Lower end of the 80% range; empty where there is none.';
COMMENT ON COLUMN forecast.high IS 'Upper end of the 80% range; empty beside low where it may never pay back.';
COMMENT ON COLUMN forecast.answered_on IS 'The day of the answer that counts.';
COMMENT ON COLUMN forecast.answer IS 'Id of the entry with the answer.';
COMMENT ON COLUMN forecast.actual IS 'What came true; empty where nobody said, or where it never pays back.';
COMMENT ON COLUMN forecast.never IS 'Of an answer: whether it never pays back.';
COMMENT ON COLUMN forecast.ratio IS 'What came true over what was promised; empty where it never pays back, or zero or less was promised.';
COMMENT ON COLUMN forecast.within IS 'Whether it lies within the 80% range; empty where there is none.';
COMMENT ON COLUMN forecast.worse IS 'Whether it came out worse than promised.';
COMMENT ON COLUMN forecast.not_in_use IS 'Why it is no longer used; empty where it is.';
