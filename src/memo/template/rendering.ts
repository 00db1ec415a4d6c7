import { nearest } from "../../domain/scalars/nearest.ts";
import { TemplateFault, type Template, type TemplateSpot } from "./template-fault.ts";
import { HelperFault, type Reading, type TemplateHelper } from "./template-helper.ts";
import type { TemplateFormat } from "./template-format.ts";
import { isList, isTruthy, lookUp, rootScope, type Scope, type ViewObject, type ViewValue } from "./template-scope.ts";

/** Partials by the name a template calls them: `{{> sources}}`. */
export type Partials = ReadonlyMap<string, Template>;

/** Statements that one document may take: enough for a log of ten thousand entries, and the end of endless loops. */
const MOST_STEPS = 2_000_000;
const LONGEST_OUTPUT = 5 * 1024 * 1024;
const DEEPEST_PARTIALS = 20;

/** A template on its way to a document: the tree that was read from it is followed, statement by statement. */
export class Rendering {
  readonly #format: TemplateFormat;
  readonly #partials: Partials;
  readonly #reading: Reading;
  readonly #read: (template: Template) => hbs.AST.Program;
  readonly #parsed = new Map<Template, hbs.AST.Program>();
  readonly #active: string[] = [];
  #out: string[] = [];
  #length = 0;
  #steps = 0;

  /** `read` gives the tree of a template, or throws what is wrong with it. */
  constructor(
    format: TemplateFormat,
    partials: Partials,
    reading: Reading,
    read: (template: Template) => hbs.AST.Program,
  ) {
    this.#format = format;
    this.#partials = partials;
    this.#reading = reading;
    this.#read = read;
  }

  /** The document that a template makes of a view. @throws TemplateFault */
  document(template: Template, view: ViewObject): string {
    this.#program(template, this.#parse(template), rootScope(view));
    return this.#taken(0);
  }

  #parse(template: Template): hbs.AST.Program {
    const known = this.#parsed.get(template);
    if (known !== undefined) return known;
    const program = this.#read(template);
    this.#parsed.set(template, program);
    return program;
  }

  /** Takes back what was written after the first `from` pieces. */
  #taken(from: number): string {
    return this.#out.splice(from).join("");
  }

  #program(template: Template, program: hbs.AST.Program | undefined, scope: Scope): void {
    for (const statement of program?.body ?? []) this.#statement(template, statement, scope);
  }

  #write(template: Template, text: string, spot: TemplateSpot): void {
    this.#length += text.length;
    if (this.#length > LONGEST_OUTPUT)
      throw new TemplateFault(template, spot, `the document is larger than ${LONGEST_OUTPUT / 1024 / 1024} MB`);
    if (text !== "") this.#out.push(text);
  }

  #statement(template: Template, statement: hbs.AST.Statement, scope: Scope): void {
    if (++this.#steps > MOST_STEPS)
      throw new TemplateFault(
        template,
        statement.loc,
        "the template loops without end",
        `a document takes at most ${MOST_STEPS} steps`,
      );
    switch (statement.type) {
      case "ContentStatement":
        return this.#write(template, (statement as hbs.AST.ContentStatement).value, statement.loc);
      case "CommentStatement":
        return;
      case "MustacheStatement":
        return this.#mustache(template, statement as hbs.AST.MustacheStatement, scope);
      case "BlockStatement":
        return this.#block(template, statement as hbs.AST.BlockStatement, scope);
      case "PartialStatement":
        return this.#partial(template, statement as hbs.AST.PartialStatement, scope);
      default:
        throw new TemplateFault(
          template,
          statement.loc,
          "decorators, inline partials and partial blocks are not supported",
          "write a partial of its own: {{> name}}",
        );
    }
  }

  #mustache(template: Template, { path, params, escaped, loc, hash }: hbs.AST.MustacheStatement, scope: Scope): void {
    if (!escaped)
      throw new TemplateFault(
        template,
        loc,
        "values cannot be put in raw",
        "write {{…}} with two braces: it is safe in this document",
      );
    if (hash !== undefined) throw new TemplateFault(template, hash.loc, "only partials take name=value");
    if (!isPath(path)) throw new TemplateFault(template, loc, "a name is expected here, not a value");
    if (path.original === "eq") return this.#write(template, String(this.#equal(template, params, loc, scope)), loc);
    const helper = isBare(path) ? this.#format.helpers.get(path.original) : undefined;
    if (helper !== undefined) {
      const values = params.map((param) => this.#value(template, param, scope));
      const fits =
        values.length === helper.parameters.length &&
        helper.parameters.every((kind, index) =>
          kind === "text" ? typeof values[index] === "string" : isTexts(values[index]!),
        );
      if (!fits) throw new TemplateFault(template, loc, `${path.original} is written ${helper.usage}`);
      return this.#write(
        template,
        this.#helped(template, helper, values as readonly (string | readonly string[])[], loc),
        loc,
      );
    }
    if (params.length > 0)
      throw new TemplateFault(
        template,
        path.loc,
        `there is no helper ${path.original}`,
        this.#helperHint(path.original),
      );
    const value = lookUp(template, path, scope);
    if (typeof value === "object") {
      const [what, hint] = isList(value)
        ? ["a list", `{{#each ${path.original}}}…{{/each}}`]
        : [
            "an object",
            `{{#with ${path.original}}}…{{/with}}, or a name in it: ${Object.keys(value).slice(0, 8).join(", ")}`,
          ];
      throw new TemplateFault(template, path.loc, `${path.original} is ${what}, not a text`, `write ${hint}`);
    }
    this.#write(template, this.#format.escape(String(value), this.#reading.spoken), loc);
  }

  #helped(
    template: Template,
    helper: TemplateHelper,
    values: readonly (string | readonly string[])[],
    spot: TemplateSpot,
  ): string {
    try {
      return helper.run(values, this.#reading);
    } catch (error) {
      throw error instanceof HelperFault ? new TemplateFault(template, spot, error.message, error.hint) : error;
    }
  }

  #helperHint(name: string): string {
    const names = ["eq", ...this.#format.helpers.keys()];
    const close = nearest(name, names);
    return close === undefined ? `there is ${names.join(", ")}` : `did you mean ${close}?`;
  }

  #block(template: Template, block: hbs.AST.BlockStatement, scope: Scope): void {
    const { path, params, program, inverse } = block;
    const [param] = params;
    const name = isPath(path) ? path.original : "";
    if (!["if", "unless", "each", "with"].includes(name)) {
      throw new TemplateFault(
        template,
        path.loc,
        `there is no block ${name}`,
        `write {{#if ${name}}}, {{#each ${name}}} or {{#with ${name}}}`,
      );
    }
    if (param === undefined || params.length > 1 || block.hash !== undefined)
      throw new TemplateFault(template, block.loc, `{{#${name}}} takes exactly one value`);
    const value = this.#value(template, param, scope);
    if (name === "if" || name === "unless") {
      return this.#program(template, isTruthy(value) === (name === "if") ? program : inverse, scope);
    }
    if (name === "with") {
      return isTruthy(value)
        ? this.#program(template, program, inner(scope, value, program, scope.data))
        : this.#program(template, inverse, scope);
    }
    if (!isList(value)) throw new TemplateFault(template, param.loc, "{{#each}} needs a list, and this is not one");
    if (value.length === 0) return this.#program(template, inverse, scope);
    value.forEach((item, index) => {
      const data = new Map<string, ViewValue>([
        ...scope.data,
        ["index", index],
        ["first", index === 0],
        ["last", index === value.length - 1],
      ]);
      if (++this.#steps > MOST_STEPS) throw new TemplateFault(template, block.loc, "the template loops without end");
      this.#program(template, program, inner(scope, item, program, data));
    });
  }

  #partial(template: Template, statement: hbs.AST.PartialStatement, scope: Scope): void {
    const { name, params, hash, indent, loc } = statement;
    if (!isPath(name)) throw new TemplateFault(template, loc, "the name of a partial cannot be computed");
    const called = name.original;
    const partial = this.#partials.get(called);
    if (partial === undefined) {
      const close = nearest(called, this.#partials.keys());
      throw new TemplateFault(
        template,
        name.loc,
        `there is no partial ${called}`,
        close === undefined
          ? `there is ${[...this.#partials.keys()].join(", ") || "none at all"}`
          : `did you mean ${close}?`,
      );
    }
    if (this.#active.includes(called) || this.#active.length >= DEEPEST_PARTIALS)
      throw new TemplateFault(template, loc, `the partial ${called} calls itself`);
    if (params.length > 1)
      throw new TemplateFault(
        template,
        loc,
        "a partial takes one value and names of its own: {{> name value title=other}}",
      );
    const value = params[0] === undefined ? scope.value : this.#value(template, params[0], scope);
    const named = Object.fromEntries(
      (hash?.pairs ?? []).map((pair) => [pair.key, this.#value(template, pair.value, scope)]),
    );
    const context =
      hash === undefined ? value : { ...(typeof value === "object" && !isList(value) ? value : {}), ...named };
    const from = this.#out.length;
    this.#active.push(called);
    this.#program(partial, this.#parse(partial), rootScope(context, scope.data.get("root")!));
    this.#active.pop();
    if (indent) {
      const text = this.#taken(from);
      this.#write(
        template,
        text.replace(/^(?=[^\n])/gm, () => indent),
        loc,
      );
    }
  }

  #value(template: Template, expression: hbs.AST.Expression, scope: Scope): ViewValue {
    switch (expression.type) {
      case "PathExpression":
        return lookUp(template, expression as hbs.AST.PathExpression, scope);
      case "StringLiteral":
        return (expression as hbs.AST.StringLiteral).value;
      case "BooleanLiteral":
        return (expression as hbs.AST.BooleanLiteral).value;
      case "NumberLiteral":
        return (expression as hbs.AST.NumberLiteral).value;
      case "SubExpression": {
        const { path, params, loc } = expression as hbs.AST.SubExpression;
        if (path.original === "eq") return this.#equal(template, params, loc, scope);
        throw new TemplateFault(template, path.loc, `only eq can stand in parentheses, not ${path.original}`);
      }
      default:
        throw new TemplateFault(template, expression.loc, "null and undefined are not values here");
    }
  }

  #equal(template: Template, params: readonly hbs.AST.Expression[], spot: TemplateSpot, scope: Scope): boolean {
    if (params.length !== 2) throw new TemplateFault(template, spot, "eq compares exactly two values");
    const [a, b] = params.map((param) => this.#value(template, param, scope));
    return a === b;
  }
}

function inner(scope: Scope, value: ViewValue, program: hbs.AST.Program, data: Scope["data"]): Scope {
  const [name] = program.blockParams ?? [];
  return {
    value,
    parent: scope,
    data,
    named: name === undefined ? scope.named : new Map([...scope.named, [name, value]]),
  };
}

function isPath(expression: hbs.AST.Expression): expression is hbs.AST.PathExpression {
  return expression.type === "PathExpression";
}

/** A single word, which may be a helper; `./link` and `this.link` are always names of the view. */
function isBare(path: hbs.AST.PathExpression): boolean {
  return !path.data && path.depth === 0 && path.parts.length === 1 && path.parts[0] === path.original;
}

function isTexts(value: ViewValue): boolean {
  return isList(value) && value.every((item) => typeof item === "string");
}
