// Makes code that is loaded at every start smaller, without changing what it does.
import { readFileSync } from "node:fs";
import { parseAst } from "rolldown/parseAst";

/**
 * The code of a chunk with its exports written as one literal. The bundler defines each by a call, and hundreds of
 * calls cost a start more than all that the chunk computes. What is assigned after it was declared stays a getter, so
 * that it has its value of the moment. The chunks are loaded one after the other and never in a circle, so nobody has
 * seen the object that this replaces.
 */
export function plainExports(code) {
  const { body } = parseAst(code);
  const assigned = assignedNames(body);
  const found = body.flatMap(callsOf).flatMap((call) => exportOf(call) ?? []);
  // An entry exports by plain assignment.
  if (found.length === 0) return code;
  let rest = code;
  for (const { start, end } of [...found].reverse()) rest = `${rest.slice(0, start)}0${rest.slice(end)}`;
  const members = found.map(({ name, value }) => {
    const written = code.slice(value.start, value.end);
    return assigned.has(value.name)
      ? `get ${JSON.stringify(name)}(){return ${written}}`
      : `${JSON.stringify(name)}:${written}`;
  });
  return `${rest.replace(/(?<=[;}])(?:0,)*0;?$/, "")};module.exports={${members.join(",")}};`;
}

/** The calls that a statement consists of. */
function callsOf(statement) {
  if (statement.type !== "ExpressionStatement") return [];
  const { expression } = statement;
  const all = expression.type === "SequenceExpression" ? expression.expressions : [expression];
  return all.filter(({ type }) => type === "CallExpression");
}

/** `Object.defineProperty(exports, "name", { enumerable: true, get: function () { return value } })` */
function exportOf({ callee, arguments: args, start, end }) {
  const [target, name, descriptor] = args;
  if (callee.property?.name !== "defineProperty" || target?.name !== "exports" || args.length !== 3) return undefined;
  const get = descriptor.properties?.find(({ key }) => key.name === "get")?.value;
  const [returned] = get?.body.body ?? [];
  if (returned?.type !== "ReturnStatement") return undefined;
  return { name: name.value, value: returned.argument, start, end };
}

/** Every name that anything in the code is assigned to, in any scope: one too many does no harm. */
function assignedNames(body) {
  const names = new Set();
  walk(body, (node) => {
    if (node.type === "AssignmentExpression")
      walk(node.left, ({ type, name }) => type === "Identifier" && names.add(name));
    if (node.type === "UpdateExpression" && node.argument.type === "Identifier") names.add(node.argument.name);
  });
  return names;
}

/** What `src/diagnostics/gravity.ts` imports is a copy of the catalogue's families without their texts. */
export const textsLeftOut = {
  name: "texts-left-out",
  async resolveId(id, importer) {
    if (!importer?.endsWith("/src/diagnostics/gravity.ts") || !id.endsWith("-codes.ts")) return null;
    const found = await this.resolve(id, importer, { skipSelf: true });
    return found === null ? null : found.id + WITHOUT_TEXTS;
  },
  load(id) {
    if (!id.endsWith(WITHOUT_TEXTS)) return null;
    return { code: withoutTexts(readFileSync(id.slice(0, -WITHOUT_TEXTS.length), "utf8")), moduleType: "ts" };
  },
};

const WITHOUT_TEXTS = "?without-texts";
const TEXTS = new Set(["title", "explanation", "fix"]);

export function withoutTexts(code) {
  let changed = code;
  const texts = [];
  walk(parseAst(code, { lang: "ts" }).body, (node) => {
    if (node.type === "Property" && TEXTS.has(node.key.name)) texts.push(node);
  });
  for (const { start, end } of texts.reverse())
    changed = changed.slice(0, start) + changed.slice(end).replace(/^\s*,/, "");
  return changed;
}

/**
 * Makes the expressions of the package that knows wide characters when they are first used. V8 loads tables of Unicode
 * for each of them, which is a tenth of what `poc --version` does; and a text of ASCII needs none.
 */
export const expressionsOnDemand = {
  name: "expressions-on-demand",
  transform: {
    filter: { id: /\/node_modules\/fast-string-truncated-width\/dist\/index\.js$/ },
    handler(code) {
      const { body } = parseAst(code);
      const declared = body.flatMap(({ type, declarations = [], start, end }) =>
        type === "VariableDeclaration" && declarations.length === 1 && declarations[0].init?.regex !== undefined
          ? [{ name: declarations[0].id.name, init: declarations[0].init, start, end }]
          : [],
      );
      const changes = declared.map(({ name, start, end }) => ({ start, end, text: `let ${name}$;` }));
      walk(body, ({ type, name, start, end }) => {
        const found = type === "Identifier" ? declared.find((one) => one.name === name) : undefined;
        if (found === undefined || (start >= found.start && end <= found.end)) return;
        changes.push({ start, end, text: `(${name}$ ??= ${code.slice(found.init.start, found.init.end)})` });
      });
      let changed = code;
      for (const { start, end, text } of changes.sort((a, b) => b.start - a.start))
        changed = changed.slice(0, start) + text + changed.slice(end);
      return { code: changed, map: null };
    },
  },
};

function walk(node, visit) {
  if (Array.isArray(node)) for (const one of node) walk(one, visit);
  else if (typeof node === "object" && node !== null) {
    if (typeof node.type === "string") visit(node);
    for (const value of Object.values(node)) if (typeof value === "object") walk(value, visit);
  }
}
