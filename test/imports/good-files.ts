import { sample } from "./read-sample.ts";

/** A small file that is read without a fault, and what in it can be made bad. */
export interface GoodFile {
  readonly name: string;
  readonly kind: "json" | "lines" | "csv" | "xml" | "text";
  readonly text: string;
  /** A name that is taken over, as it stands in the file between its delimiters; undefined where none is. */
  readonly called?: string;
  /** A day or moment that is taken over, and one of 1970 in the same form; undefined where the file has none. */
  readonly day?: readonly [there: string, of1970: string];
  /** A figure that cannot be below zero, and one that is. */
  readonly figure?: readonly [there: string, below: string];
  /** A currency, and one that is none. */
  readonly currency?: readonly [there: string, other: string];
}

const stored = (name: string) => new TextDecoder().decode(sample(name));
const SEVEN = 1_795_503_600;

/** One or two of every format. Another program's real files are tested beside each format. */
export const GOOD_FILES: Readonly<Record<string, GoodFile>> = {
  promptfoo: {
    name: "out.json",
    kind: "json",
    text: stored("promptfoo.json"),
    figure: ['"latencyMs": 0', '"latencyMs": -1'],
  },
  "promptfoo, lines": { name: "out.jsonl", kind: "lines", text: stored("promptfoo-repeated.jsonl") },
  inspect: { name: "log.json", kind: "json", text: stored("inspect-cancelled.json") },
  deepeval: { name: "run.json", kind: "json", text: stored("deepeval.json"), called: "sample_test_case" },
  "lm-eval": {
    name: "samples_gsm8k_2026-11-24T10-00-00.123456.jsonl",
    kind: "lines",
    text: [0, 1, 2]
      .map(
        (doc) =>
          `{"doc_id": ${doc}, "doc": {"question": "q"}, "target": "a", "filter": "none", "metrics": ["acc"], ` +
          `"doc_hash": "${"ab12".repeat(16)}", "prompt_hash": "x", "target_hash": "y", "acc": 1}\n`,
      )
      .join(""),
  },
  junit: { name: "report.xml", kind: "xml", text: stored("vitest.xml") },
  "cases, CSV": {
    name: "cases.csv",
    kind: "csv",
    text: "case_id,passed,took\nq1,true,0.8\nq2,false,1.1\nq3,true,0.9\n",
    called: "q2",
  },
  "cases, lines": {
    name: "cases.jsonl",
    kind: "lines",
    text: '{"case_id":"q1","passed":true}\n{"case_id":"q2","passed":false}\n{"case_id":"q3","passed":true}\n',
    called: "q2",
  },
  "cases, list": {
    name: "cases.json",
    kind: "json",
    text: '[\n{"case_id":"q1","passed":true},\n{"case_id":"q2","passed":false}\n]\n',
    called: "q2",
  },
  "OpenAI, API": {
    name: "costs.json",
    kind: "json",
    text: stored("openai-costs.json"),
    called: "Web search",
    day: ["1795392000", "0"],
    currency: ['"usd"', '"credits"'],
  },
  "OpenAI, dashboard": {
    name: "costs.csv",
    kind: "csv",
    text: "start_time,amount_value,amount_currency,line_item\n1795392000,1.20,usd,Web search\n1795478400,2,usd,Images\n",
    called: "Images",
    day: ["1795478400", "86400"],
    currency: ["2,usd", "2,credits"],
  },
  "Anthropic, API": {
    name: "report.json",
    kind: "json",
    text:
      '{"data":[\n{"starting_at":"2026-11-24T00:00:00Z","results":[\n{"amount":"123.5","currency":"USD",' +
      '"cost_type":"tokens","model":"claude-opus-5"}]}\n],"has_more":false}\n',
    called: "claude-opus-5",
    day: ["2026-11-24", "1970-01-01"],
    currency: ['"USD"', '"CREDITS"'],
  },
  "Anthropic, console": {
    name: "costs.csv",
    kind: "csv",
    text: "usage_date_utc,model,token_type,cost_usd\n2026-11-24,Claude Opus 5,output,1.24\n2026-11-25,Claude Opus 5,output,0.10\n",
    called: "2026-11-25,Claude Opus 5",
    day: ["2026-11-25", "1970-01-01"],
  },
  FOCUS: {
    name: "focus.csv",
    kind: "csv",
    text:
      "BilledCost,BillingAccountId,BillingCurrency,ChargeCategory,ChargePeriodEnd,ChargePeriodStart,ServiceCategory,ServiceName\n" +
      "1.5,1,USD,Usage,2026-11-25 00:00:00,2026-11-24 00:00:00,Compute,Virtual Machines\n" +
      "2.5,1,USD,Usage,2026-11-26 00:00:00,2026-11-25 00:00:00,Compute,Disks\n",
    called: "Disks",
    day: ["2026-11-25 00:00:00,Compute", "1970-01-01 00:00:00,Compute"],
    currency: ["2.5,1,USD", "2.5,1,CREDITS"],
  },
  "LiteLLM, list": {
    name: "spend.json",
    kind: "json",
    text:
      '[\n{"request_id":"r1","startTime":"2026-11-24T10:00:00Z","spend":0.01,"total_tokens":30,"model":"gpt-4.1"},\n' +
      '{"request_id":"r2","startTime":"2026-11-25T10:00:00Z","spend":0.02,"total_tokens":31,"model":"gpt-4.2"}\n]\n',
    called: "gpt-4.2",
    day: ["2026-11-25", "1970-01-01"],
    figure: ['"total_tokens":31', '"total_tokens":-31'],
  },
  "LiteLLM, lines": {
    name: "spend.jsonl",
    kind: "lines",
    text:
      '{"request_id":"r1","startTime":"2026-11-24T10:00:00Z","spend":0.01,"model":"gpt-4.1"}\n' +
      '{"request_id":"r2","startTime":"2026-11-25T10:00:00Z","spend":0.02,"model":"gpt-4.2"}\n',
    called: "gpt-4.2",
    day: ["2026-11-25", "1970-01-01"],
    figure: ['"spend":0.02', '"spend":-0.02'],
  },
  "LiteLLM, CSV": {
    name: "spend.csv",
    kind: "csv",
    text: "request_id,startTime,spend,model\nr1,2026-11-24 10:00:00.123,0.01,gpt-4.1\nr2,2026-11-25 10:00:00.123,0.02,gpt-4.2\n",
    called: "gpt-4.2",
    day: ["2026-11-25", "1970-01-01"],
    figure: ["0.02", "-0.02"],
  },
  ccusage: {
    name: "usage.json",
    kind: "json",
    text:
      '{"daily":[\n{"date":"2026-11-24","outputTokens":5,"totalCost":0.29,"modelBreakdowns":[' +
      '{"modelName":"claude-opus-5","outputTokens":5,"cost":0.29}]}\n],"totals":{"totalCost":0.29}}\n',
    called: "claude-opus-5",
    day: ["2026-11-24", "1970-01-01"],
    figure: ['"totalCost":0.29', '"totalCost":-0.29'],
  },
  "price map": {
    name: "prices-2026-11-24.json",
    kind: "json",
    text: '{"gpt-4.1":\n{"litellm_provider":"openai","input_cost_per_token":2e-06}\n}\n',
  },
  timewarrior: {
    name: "timew.json",
    kind: "json",
    text: '[\n{"id":1,"start":"20261124T070000Z","end":"20261124T093000Z","tags":["harness"]}\n]\n',
    day: ["20261124T070000Z", "19700101T070000Z"],
  },
  Watson: {
    name: "frames",
    kind: "json",
    text:
      `[\n[${SEVEN}, ${SEVEN + 9000}, "rag-poc", "${"1".repeat(32)}", ["harness"], ${SEVEN + 9000}],\n` +
      `[${SEVEN + 9500}, ${SEVEN + 9900}, "rag-poc", "${"2".repeat(32)}", ["harness"], ${SEVEN + 9900}]\n]\n`,
    day: [`[${SEVEN + 9500}, ${SEVEN + 9900}`, "[500, 900"],
  },
  Toggl: {
    name: "toggl.csv",
    kind: "csv",
    text:
      "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\n" +
      "Ana Ruiz,ana@example.com,ACME,rag-poc,,Harness,No,2026-11-24,09:00:00,2026-11-24,10:30:00,01:30:00,poc\n",
    day: ["2026-11-24,09", "1970-01-01,09"],
    figure: ["01:30:00", "-01:30:00"],
  },
  Clockify: {
    name: "clockify.csv",
    kind: "csv",
    text:
      "Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time," +
      "Duration (h),Duration (decimal)\n" +
      "rag-poc,ACME,Harness,,Ana Ruiz,,ana@example.com,poc,No,2026-11-24,9:00 AM,2026-11-24,10:20 AM,01:20:00,1.33\n",
    day: ["2026-11-24,9", "1970-01-01,9"],
    figure: ["01:20:00,1.33", "-01:20:00,-1.33"],
  },
  klog: {
    name: "week.klg",
    kind: "text",
    text: "2026-11-24\nHarness\n    8:00 - 12:00 Worktime\n    2h30m Tests\n\n2026-11-25\n    1h Review\n",
    day: ["2026-11-25", "1970-01-01"],
  },
  ICS: {
    name: "team.ics",
    kind: "text",
    text: [
      ..."BEGIN:VCALENDAR|VERSION:2.0|PRODID:-//x//EN|BEGIN:VEVENT|UID:1@example.com".split("|"),
      ..."DTSTAMP:20261101T000000Z|DTSTART:20261124T080000Z|DTEND:20261124T090000Z|SUMMARY:Review".split("|"),
      ..."END:VEVENT|END:VCALENDAR|".split("|"),
    ].join("\n"),
  },
};
