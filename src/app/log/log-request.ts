/** What `poc log` was asked to record; each fact as it was typed. */
export interface LogRequest {
  readonly directory: string | undefined;
  /** Undefined: none was typed; `-`: it comes from standard input. */
  readonly text: string | undefined;
  /** The arguments that the text was joined from. */
  readonly pieces: readonly string[];
  readonly results: readonly string[];
  /** `right-rate=@labels/right-rate.csv`: a sheet that a person filled in. */
  readonly labels: readonly string[];
  readonly arm: string | undefined;
  readonly model: string | undefined;
  readonly evidence: string | undefined;
  readonly dataset: string | undefined;
  readonly tasks: readonly string[];
  readonly latency: string | undefined;
  readonly review: string | undefined;
  readonly spend: readonly string[];
  readonly category: string | undefined;
  readonly tokens: readonly string[];
  /** How well the amounts are known. */
  readonly basis: string | undefined;
  /** Entries, or a category, whose place the amount takes. */
  readonly replaces: readonly string[];
  readonly hours: readonly string[];
  readonly meetings: readonly string[];
  readonly focus: string | undefined;
  readonly assumptions: readonly string[];
  readonly risks: readonly string[];
  readonly answers: readonly string[];
  readonly attest: readonly string[];
  readonly date: string | undefined;
  readonly time: string | undefined;
  readonly by: string | undefined;
  readonly allowSecret: boolean;
  /** Whether an id with a value in the text is meant as words: `--note`. */
  readonly asNote: boolean;
  /** Whether what looks like a slip is meant as it stands, such as many hours: `--yes`. */
  readonly yes: boolean;
}
