// The tree of a template as a build keeps it: short lists of JSON, a seventh of what the nodes of Handlebars take and
// nearly as short as the template. It has no places and no way to write values in raw. What a rendering never comes to
// is never made into nodes again.

type Json = null | boolean | number | string | readonly Json[];

/** @throws Error where a template has what none of ours should have */
export function preparedForm(program: hbs.AST.Program): Json {
  return [program.blockParams ?? [], ...program.body.map(statementForm)];
}

function statementForm(statement: hbs.AST.Statement): Json {
  switch (statement.type) {
    case "ContentStatement":
      return (statement as hbs.AST.ContentStatement).value;
    case "CommentStatement":
      return null;
    case "MustacheStatement": {
      const { path, params, escaped, hash } = statement as hbs.AST.MustacheStatement;
      if (!escaped || isThere(hash)) throw unexpected(statement);
      return ["value", expressionForm(path), params.map(expressionForm)];
    }
    case "BlockStatement": {
      const { path, params, hash, program, inverse } = statement as hbs.AST.BlockStatement;
      if (isThere(hash)) throw unexpected(statement);
      return ["block", expressionForm(path), params.map(expressionForm), formOf(program), formOf(inverse)];
    }
    case "PartialStatement": {
      const { name, params, hash, indent } = statement as hbs.AST.PartialStatement;
      const pairs = isThere(hash) ? hash.pairs.map(({ key, value }): Json => [key, expressionForm(value)]) : null;
      return ["partial", expressionForm(name), params.map(expressionForm), pairs, indent];
    }
    default:
      throw unexpected(statement);
  }
}

function expressionForm(expression: hbs.AST.Expression): Json {
  switch (expression.type) {
    case "PathExpression": {
      const { original, data, depth, parts } = expression as hbs.AST.PathExpression;
      return isPlain(original) && !data && depth === 0 ? original : ["path", original, data, depth, parts];
    }
    case "StringLiteral":
      return ["text", (expression as hbs.AST.StringLiteral).value];
    case "SubExpression": {
      const { path, params } = expression as hbs.AST.SubExpression;
      return ["call", expressionForm(path), params.map(expressionForm)];
    }
    default:
      throw unexpected(expression);
  }
}

/** Names with points between them, of which the parts are known. */
function isPlain(path: string): boolean {
  return /^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(path) && !/\bthis\b/.test(path);
}

function formOf(program: hbs.AST.Program | undefined): Json {
  return isThere(program) ? preparedForm(program) : null;
}

/** Handlebars leaves out what its types say is always there. */
function isThere<T>(part: T | undefined): part is T {
  return part !== undefined;
}

function unexpected({ type, loc }: hbs.AST.Node): Error {
  return new Error(`a template that ships has a ${type} in line ${loc.start.line}, which cannot be prepared`);
}

/** The tree that `preparedForm` was made from, as far as a rendering looks. */
export function fromPreparedForm(form: unknown): hbs.AST.Program {
  return new PreparedProgram(form as readonly [readonly string[], ...Form[]]) as unknown as hbs.AST.Program;
}

type Form = null | string | readonly [string, ...unknown[]];

class PreparedProgram {
  readonly type = "Program";
  readonly blockParams: readonly string[];
  readonly #forms: readonly Form[];
  #body: readonly object[] | undefined;

  constructor([blockParams, ...forms]: readonly [readonly string[], ...Form[]]) {
    this.blockParams = blockParams;
    this.#forms = forms;
  }

  get body(): readonly object[] {
    return (this.#body ??= this.#forms.map(nodeFrom));
  }
}

function nodeFrom(form: Form): object {
  if (form === null) return { type: "CommentStatement" };
  if (typeof form === "string") return { type: "ContentStatement", value: form };
  const [type, path, params, ...more] = form as readonly [string, Form, readonly Form[], ...unknown[]];
  const node = { path: expressionFrom(path), params: params.map(expressionFrom) };
  if (type === "value") return { type: "MustacheStatement", escaped: true, ...node };
  if (type === "block") {
    const [program, inverse] = more.map((part) => (part === null ? undefined : fromPreparedForm(part)));
    return { type: "BlockStatement", program, inverse, ...node };
  }
  const [pairs, indent] = more;
  const hash = pairs === null ? undefined : { pairs: (pairs as readonly (readonly [string, Form])[]).map(pairFrom) };
  return { type: "PartialStatement", name: node.path, params: node.params, hash, indent };
}

function pairFrom([key, value]: readonly [string, Form]): object {
  return { key, value: expressionFrom(value) };
}

function expressionFrom(form: Form): object {
  if (typeof form === "string")
    return { type: "PathExpression", original: form, data: false, depth: 0, parts: form.split(".") };
  const [type, first, ...more] = form as readonly [string, Form, ...unknown[]];
  if (type === "text") return { type: "StringLiteral", value: first };
  if (type === "call")
    return {
      type: "SubExpression",
      path: expressionFrom(first),
      params: (more[0] as readonly Form[]).map(expressionFrom),
    };
  const [data, depth, parts] = more;
  return { type: "PathExpression", original: first, data, depth, parts };
}
