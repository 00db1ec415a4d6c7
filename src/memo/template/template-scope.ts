import { nearest } from "../../domain/scalars/nearest.ts";
import { TemplateFault, type Template } from "./template-fault.ts";

/** What a view is made of: texts and truth values, and lists and objects of them. Numbers are positions in lists. */
export type ViewValue = string | boolean | number | readonly ViewValue[] | ViewObject;
export interface ViewObject {
  readonly [key: string]: ViewValue;
}

/** What names mean at one place of a template. */
export interface Scope {
  readonly value: ViewValue;
  /** What `../` leads to; undefined at the top of a template or partial. */
  readonly parent: Scope | undefined;
  /** `@root`, `@index`, `@first`, `@last`. */
  readonly data: ReadonlyMap<string, ViewValue>;
  /** Names given by `as |row|`. */
  readonly named: ReadonlyMap<string, ViewValue>;
}

export function rootScope(view: ViewValue, root: ViewValue = view): Scope {
  return { value: view, parent: undefined, data: new Map([["root", root]]), named: new Map() };
}

/** The value that a path leads to. Only what the view itself holds can be reached. @throws TemplateFault */
export function lookUp(template: Template, path: hbs.AST.PathExpression, scope: Scope): ViewValue {
  let here: Scope = scope;
  for (let up = 0; up < path.depth; up++) {
    if (here.parent === undefined)
      throw new TemplateFault(
        template,
        path.loc,
        `nothing lies above: ${path.original} leaves the ${up === 0 ? "document" : "outermost block"}`,
      );
    here = here.parent;
  }
  const [first, ...rest] = path.parts;
  const explicit = path.depth > 0 || /^(this\b|\.)/.test(path.original);
  if (first === undefined) return path.data ? missing(template, path, [...here.data.keys()], "@") : here.value;
  if (path.data)
    return rest.reduce((value, part) => member(template, path, value, part), named(template, path, here.data, first));
  const given = explicit ? undefined : scope.named.get(first);
  return given === undefined
    ? path.parts.reduce((value, part) => member(template, path, value, part), here.value)
    : rest.reduce((value, part) => member(template, path, value, part), given);
}

function named(template: Template, path: hbs.AST.PathExpression, data: Scope["data"], name: string): ViewValue {
  return data.get(name) ?? missing(template, path, [...data.keys()], "@", name);
}

function member(template: Template, path: hbs.AST.PathExpression, value: ViewValue, part: string): ViewValue {
  if (typeof value === "object" && Object.hasOwn(value, part)) return (value as ViewObject)[part]!;
  if (typeof value !== "object")
    throw new TemplateFault(template, path.loc, `${path.original} leads into a text, which has no ${part}`);
  const names = isList(value) ? ["length"] : Object.keys(value);
  return missing(template, path, names, "", part);
}

function missing(
  template: Template,
  path: hbs.AST.PathExpression,
  names: readonly string[],
  mark: string,
  part = path.original,
): never {
  const close = nearest(part, names);
  const some = names.slice(0, 12).map((name) => mark + name);
  const hint =
    close !== undefined
      ? `did you mean ${mark}${close}?`
      : `there is ${some.join(", ")}${names.length > some.length ? ", …" : ""}`;
  throw new TemplateFault(
    template,
    path.loc,
    `there is no ${mark}${part} here${mark + part === path.original ? "" : `: ${path.original}`}`,
    hint,
  );
}

export function isList(value: ViewValue): value is readonly ViewValue[] {
  return Array.isArray(value);
}

/** Handlebars' sense of it: "", false, 0 and the empty list are nothing. */
export function isTruthy(value: ViewValue): boolean {
  return isList(value) ? value.length > 0 : Boolean(value);
}
