import type { LocatedDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Context } from "../app/ports/ports.ts";

/** The answer of a tool, before it takes the form of the protocol. */
export interface ToolAnswer {
  /** As of the command of the same name. */
  readonly exitCode: number;
  /** What the terminal would show, without colour. */
  readonly text: string;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** All of it, as `--format json` prints it. Made only where it is asked for. */
  readonly whole?: () => string;
}

/** Arguments that are what the schema of the tool says. */
export type Given = Readonly<Record<string, unknown>>;

/** A schema of JSON Schema 2020-12, of the few words that tools need. */
export interface Schema {
  readonly type: "object" | "string" | "boolean" | "array" | "integer";
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

/** The world as a client may reach it, and the PoCs beside this one, as far as a person showed them. */
export interface Served extends Context {
  readonly portfolio: ServedPortfolio;
}

export interface ServedPortfolio extends Pick<Context, "cwd" | "files"> {
  /** The argument of `poc list`: a folder, a pattern, or a file such as portfolio.yaml. */
  readonly named: string;
  /** Whether a person named it when starting the server; otherwise it is the folder of the PoC. */
  readonly isNamed: boolean;
}

/** What a client can call: declared, described and run in one place. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Schema;
  /** Whether it leaves the folder as it is. */
  readonly readOnly: boolean;
  /** @throws every fault that the command of the same name throws */
  readonly call: (context: Served, given: Given) => Promise<ToolAnswer> | ToolAnswer;
}

const LONGEST_TEXT = 64 * 1024;
const MOST_ITEMS = 100;

export function textField(description: string): Schema {
  return { type: "string", description, maxLength: LONGEST_TEXT };
}

export function textsField(description: string): Schema {
  return { type: "array", description, items: { type: "string", maxLength: LONGEST_TEXT }, maxItems: MOST_ITEMS };
}

export function inputOf(properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  return { type: "object", properties, additionalProperties: false, ...(required.length === 0 ? {} : { required }) };
}

/** Of every tool that answers from the whole standing. */
export const WHOLE = {
  whole: {
    type: "boolean",
    description:
      "Also return everything that poc prints with --format json. It is long; ask for it only if you need it.",
  },
} as const satisfies Readonly<Record<string, Schema>>;

export const AS_OF = {
  as_of: textField("Show the state at the end of that day, or at that moment: 2026-11-25."),
} as const satisfies Readonly<Record<string, Schema>>;

export function textOf(given: Given, name: string): string | undefined {
  const value = given[name];
  return typeof value === "string" ? value : undefined;
}

export function textsOf(given: Given, name: string): readonly string[] {
  const value: unknown = given[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
