import { SATURDAY_SUNDAY, type Timebox } from "../../domain/records/timebox.ts";
import {
  DATA_ACCESS,
  MOTIVATIONS,
  OPERATIONS_PLANS,
  POC_KINDS,
  TRIAGE_ADVICE,
  type Charter,
  type Unknown,
} from "../../domain/records/charter.ts";
import type { CivilDate, Weekday } from "../../domain/scalars/calendar.ts";
import {
  decimal,
  compareDecimals,
  decimalOf,
  parseNumber,
  shortDecimalText,
  type Decimal,
} from "../../domain/scalars/decimal.ts";
import { parseShare } from "../../domain/scalars/readings/parse-share.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import {
  checked,
  either,
  fields,
  leaf,
  list,
  mapped,
  oneOrMore,
  optional,
  required,
  type Field,
  type Fields,
  once,
} from "./field.ts";
import { choice, date, decimalWithin, parsedText, person, price, text, weekdayName, whole } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";
import type { Written } from "../yaml/written.ts";

/** The version of the file format that this program reads and writes. */
export const FORMAT_VERSION = 1;

export interface ReadCharter {
  readonly charter: Charter;
  /** The zone as it is written, even if the timebox is incomplete. */
  readonly timezone?: string;
}

export const charterSchema = once((): Field<ReadCharter> =>
  mapped(
    fields({
      version: required(version(), "Version", "Version of the file format; always 1.", 1),
      title: required(text(), "Title", "The title of the proof of concept.", "Retrieval for the policy assistant"),
      question: optional(
        text(),
        "Question",
        "The one question that the proof of concept answers with yes or no.",
        "Does retrieval cut wrong answers on the policy corpus?",
      ),
      unknowns: optional(
        list(unknown()),
        "Unknowns",
        "One or two things that nobody knows yet, each with the evals, kill criteria or assumptions that answer it.",
        [
          {
            question: "Does retrieval lower the wrong-answer rate on safety-critical intents?",
            answered_by: ["wrong-rate"],
          },
        ],
      ),
      kind: optional(choice(POC_KINDS), "Kind", "The kind of proof.", ...POC_KINDS),
      motivation: optional(
        oneOrMore(() => choice(MOTIVATIONS)),
        "Motivation",
        "Why it was started, honestly. One, or a list.",
        ...MOTIVATIONS,
      ),
      owner: optional(person(), "Owner", "The person responsible for the work.", "Ana Ruiz <ana@example.com>"),
      sponsor: optional(
        person(),
        "Sponsor",
        "The person who decides at the end and funds what follows.",
        "Marta Weiss <marta@example.com>",
      ),
      timebox: optional(timebox(), "Timebox", "A fixed start and a number of working days.", {
        start: "2026-11-23",
        working_days: 10,
        timezone: "Europe/Berlin",
      }),
      spend_cap: optional(price(), "Spend cap", "The most that may be spent.", "2000 EUR"),
      board_approval: optional(
        text(),
        "Board approval",
        "A link to the board's approval of a cap above the organisation's limit.",
        "https://example.com/minutes/12",
      ),
      hours_cap: optional(hours(), "Hours cap", "The most hours that people may spend on it.", "120 h", 120),
      hours_a_day: optional(
        decimalWithin({ expected: "hours such as 8, more than 0 and at most 24", above: 0, most: 24 }),
        "Hours a day",
        "The hours of one person's working day: `poc log --hours 2d` is twice that.",
        8,
      ),
      mvp: optional(mvp(), "MVP", "What would follow if the proof of concept succeeds.", {
        budget: "120000 EUR",
        production_stack: ["python 3.12", "kubernetes"],
      }),
      poc_stack: optional(list(text()), "PoC stack", "What the proof of concept is built on.", [
        "python 3.12",
        "kubernetes",
      ]),
      data_access: optional(
        choice(DATA_ACCESS),
        "Data access",
        "How you get the data: agreed with its owners, or ad hoc, with somebody's own credentials.",
        ...DATA_ACCESS,
      ),
      operations: optional(
        choice(OPERATIONS_PLANS),
        "Operations",
        "Whether somebody has planned who would run, pay for and support the product.",
        ...OPERATIONS_PLANS,
      ),
      confidence: optional(
        confidence(),
        "Confidence",
        "One-sided confidence of every verdict. 95% unless stated.",
        "95%",
      ),
      hours_shown: optional(
        choice(["team", "person"]),
        "Hours shown",
        "Whether hours appear as team totals (the default) or by person.",
        "team",
      ),
      next: optional(
        next(),
        "Next",
        "What the decision will be about; `poc decide` uses these answers unless its flags say otherwise.",
        {
          ask: "20,000 EUR and 20 technicians, south depot, 7 to 18 December",
        },
      ),
      team: optional(text(), "Team", "Whose PoC it is, if your organisation has several teams.", "Field service"),
      lang: optional(language(), "Language", "The language of your texts, for the pages of documents.", "de"),
      triage: optional(triage(), "Triage", "What `poc init` advised at kickoff.", { advice: "poc", because: [] }),
    }),
    (written): ReadCharter =>
      withoutUndefined({
        charter: withoutUndefined({
          title: written.title,
          question: written.question,
          unknowns: (written.unknowns ?? []).flatMap((unknown) => unknown ?? []),
          kind: written.kind,
          motivations: written.motivation ?? [],
          owner: written.owner,
          sponsor: written.sponsor,
          timebox: completeTimebox(written.timebox),
          spendCap: written.spend_cap,
          hoursCap: written.hours_cap,
          boardApproval: written.board_approval,
          hoursOfDay: written.hours_a_day,
          mvpBudget: written.mvp?.budget,
          productionStack: written.mvp?.production_stack ?? [],
          pocStack: written.poc_stack ?? [],
          dataAccess: written.data_access,
          operations: written.operations,
          confidence: written.confidence ?? 0.95,
          showHoursBy: written.hours_shown ?? "team",
          next: written.next && nextWords(written.next),
          team: written.team,
          lang: written.lang,
          triage: written.triage && { advice: written.triage.advice, because: written.triage.because ?? [] },
        }),
        timezone: written.timebox?.timezone,
      }),
  ),
);

/** Undefined while its question is left for later. */
function unknown(): Field<Unknown | undefined> {
  const answered = fields({
    question: optional(
      text(),
      "Question",
      "What nobody knows yet.",
      "Does retrieval lower the wrong-answer rate on safety-critical intents?",
    ),
    answered_by: optional(
      oneOrMore(text),
      "Answered by",
      "Ids of the evals, kill criteria or assumptions that answer it.",
      ["wrong-rate"],
    ),
  });
  return either(
    mapped(text(), (question): Unknown | undefined => ({ question, answeredBy: [] })),
    mapped(answered, ({ question, answered_by: answeredBy = [] }) =>
      question === undefined ? undefined : { question, answeredBy },
    ),
  );
}

function timebox() {
  return fields({
    start: optional(date(), "Start", "The first day.", "2026-11-23"),
    working_days: optional(
      whole(1, 200),
      "Working days",
      "How many working days it lasts: ten is usual, more than fifteen is a project.",
      10,
    ),
    timezone: optional(text(), "Time zone", "IANA name of the zone in which days begin and end.", "Europe/Berlin"),
    weekend: optional(
      weekend(),
      "Weekend",
      "Days of the week that are not working days. Saturday and Sunday unless stated.",
      ["saturday", "sunday"],
    ),
    holidays: optional(list(holiday()), "Holidays", "Days off within the timebox.", ["2026-12-08"]),
  });
}

interface WrittenTimebox {
  readonly start?: CivilDate | undefined;
  readonly working_days?: number | undefined;
  readonly timezone?: string | undefined;
  readonly weekend?: readonly Weekday[] | undefined;
  readonly holidays?: readonly CivilDate[] | undefined;
}

/** Without a start, a length or a zone there is no timebox to count days in. */
function completeTimebox(written: WrittenTimebox | undefined): Timebox | undefined {
  const { start, working_days: workingDays, timezone, weekend: off, holidays } = written ?? {};
  if (start === undefined || workingDays === undefined || timezone === undefined) return undefined;
  return { start, workingDays, timezone, weekend: off ?? SATURDAY_SUNDAY, holidays: holidays ?? [] };
}

function weekend(): Field<readonly Weekday[]> {
  return checked(list(weekdayName()), (days) => {
    const distinct = [...new Set(days)].sort((a, b) => a - b);
    return distinct.length < 7 ? ok(distinct) : problem("invalid-value", "at least one working day in a week");
  });
}

function holiday(): Field<CivilDate> {
  const named = fields({
    date: required(date(), "Date", "The day.", "2026-12-08"),
    name: optional(text(), "Name", "Its name.", "Immaculate Conception"),
  });
  return either(
    date(),
    mapped(named, ({ date: day }) => day),
  );
}

function mvp() {
  return fields({
    budget: optional(price(), "Budget", "The money set aside for the MVP.", "120000 EUR"),
    production_stack: optional(list(text()), "Production stack", "What the MVP will run on.", [
      "python 3.12",
      "kubernetes",
    ]),
  });
}

function nextWords({ retry_if: retryIf, ...words }: Fields<ReturnType<typeof nextFields>>): Charter["next"] {
  return withoutUndefined({ ...words, retryIf });
}

/** The words of the decision, as far as the team knows them before it is taken. */
function next() {
  return fields(nextFields());
}

function nextFields() {
  return {
    ask: optional(
      text(),
      "Ask",
      "What is requested: amount, people, place, from when to when, and what it buys.",
      "20,000 EUR and 20 technicians, south depot, 7 to 18 December",
    ),
    ends: optional(text(), "What would end it", "What would end what comes next.", "Fewer than 80 of 100 right"),
    learned: optional(text(), "Learned", "What was learned, whatever is decided.", "Half of the errors are old rules"),
    alternatives: optional(
      text(),
      "Alternatives",
      "What else could be done: nothing, buying, another variant.",
      "Keep today's search",
    ),
    retry_if: optional(
      text(),
      "Again if",
      "For a no-go: what would have to change for another try.",
      "The corpus has one current version of each rule",
    ),
  };
}

function language() {
  return parsedText(
    { type: "string", pattern: LANGUAGE.source },
    "the code of a language, such as de or pt-BR",
    (typed) =>
      LANGUAGE.test(typed) ? ok(typed) : problem("invalid-value", "the code of a language, such as de or pt-BR"),
  );
}

/** Language, script and region of BCP 47: what a page needs to hyphenate and to be read aloud. */
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$/;

function triage() {
  return fields({
    advice: required(
      choice(TRIAGE_ADVICE),
      "Advice",
      "A proof of concept, an MVP at once, or not yet.",
      ...TRIAGE_ADVICE,
    ),
    because: optional(list(text()), "Because", "The reasons against a proof of concept.", ["no sponsor"]),
  });
}

function version(): Field<number> {
  return leaf({ const: FORMAT_VERSION }, (written) =>
    written === FORMAT_VERSION
      ? ok(FORMAT_VERSION)
      : problem("version-unsupported", `version ${FORMAT_VERSION}`, {
          hint: "install a release of poc that reads this version",
        }),
  );
}

export function confidence(): Field<number> {
  const expected = "90%, 95% or 99%";
  return leaf({ type: ["string", "number"] }, (written) => {
    const share = typeof written === "string" || typeof written === "number" ? parseShare(String(written)) : undefined;
    const percent = share?.ok === true ? Number(shortDecimalText(share.value)) : undefined;
    return percent === 90 || percent === 95 || percent === 99
      ? ok(percent / 100)
      : problem(share === undefined ? "wrong-type" : "value-not-allowed", expected);
  });
}

function hours(): Field<Decimal> {
  const expected = "a number of hours such as 120 h";
  const read = (written: Written): Parsed<Decimal> => {
    if (typeof written === "number") return decimalOf(written);
    if (typeof written !== "string") return problem("wrong-type", expected);
    const match = /^(.*?\d) ?(?:h|hrs?|hours?)?$/i.exec(written.trim());
    return match ? parseNumber(match[1]!) : problem("invalid-number", expected);
  };
  return leaf({ type: ["string", "number"] }, (written) => {
    const number = read(written);
    if (!number.ok) return { ok: false, problem: { ...number.problem, expected } };
    return compareDecimals(number.value, decimal(0)) > 0 ? number : problem("invalid-value", "more than 0 hours");
  });
}
