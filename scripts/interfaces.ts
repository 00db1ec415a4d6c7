import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseSync, type ESTree } from "rolldown/utils";

/**
 * Reads TypeScript types from the source: the fields that the documentation and the JSON Schemas are generated from,
 * with their comments. TypeScript 7 has no stable API, so the parser is that of the bundler, and the types keep to a
 * small part of the language. What lies outside of it is an error here, and never skipped.
 */

/** What a value of a type may be. */
export type Shape =
  | { readonly kind: "text" | "number" | "truth" | "null" | "undefined" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "list"; readonly item: Shape }
  | { readonly kind: "record"; readonly value: Shape }
  /** `about`: the comment above it, where it is an alternative of a union. */
  | { readonly kind: "object"; readonly fields: readonly Field[]; readonly about?: string }
  | { readonly kind: "choice"; readonly of: readonly Shape[] }
  | { readonly kind: "named"; readonly type: NamedType }
  /** A type of this project with parameters, which the caller knows by its name. */
  | { readonly kind: "applied"; readonly name: string; readonly to: readonly Shape[] };

export interface Field {
  readonly name: string;
  /** The comment above it as one line; "" if it has none. */
  readonly about: string;
  readonly optional: boolean;
  /** Read on demand: `Reason["code"]` reads one field and need not understand the others. */
  readonly shape: () => Shape;
  /** `src/memo/documents/decision-view.ts:40`, for error messages. */
  readonly place: string;
}

/** An interface or the alias of a type. */
export interface NamedType {
  readonly name: string;
  readonly about: string;
  /** The file that declares it, relative to the root of the source. */
  readonly file: string;
  /** Read on demand, because types may contain themselves. Fields of parent interfaces come first. */
  readonly shape: () => Shape;
}

type Declaration = ESTree.TSInterfaceDeclaration | ESTree.TSTypeAliasDeclaration | ESTree.VariableDeclarator;

interface Declared {
  readonly source: Source;
  readonly node: Declaration;
  /** Where its statement begins, below its comment. */
  readonly start: number;
}

/** The types of the files below a root. Each file is parsed once, when a type of it is asked for. */
export class SourceTypes {
  readonly #root: string;
  readonly #sources = new Map<string, Source>();
  readonly #named = new Map<Declaration, NamedType>();

  constructor(root: string) {
    this.#root = root;
  }

  /** The type that a file declares or imports. @throws Error with the place of what cannot be read */
  named(file: string, name: string): NamedType {
    return this.#namedBy(this.#find(this.#source(join(this.#root, file)), name));
  }

  #source(path: string): Source {
    const read = this.#sources.get(path) ?? new Source(path, relative(this.#root, path));
    this.#sources.set(path, read);
    return read;
  }

  /** The declaration of a name, followed through imports. */
  #find(source: Source, name: string): Declared {
    const own = source.declarations.get(name);
    if (own !== undefined) return { source, ...own };
    const imported = source.imports.get(name);
    if (imported === undefined) throw new Error(`${source.name}: nothing declares or imports ${name}`);
    return this.#find(this.#source(imported.path), imported.name);
  }

  #namedBy({ source, node, start }: Declared): NamedType {
    const known = this.#named.get(node);
    if (known !== undefined) return known;
    if (node.type === "VariableDeclarator") return source.fail(node, "expected a type, found a value");
    let shape: Shape | undefined;
    const named: NamedType = {
      name: node.id.name,
      about: source.commentAbove(start),
      file: source.name,
      shape: () => (shape ??= this.#declaredShape(source, node)),
    };
    this.#named.set(node, named);
    return named;
  }

  #declaredShape(source: Source, node: ESTree.TSInterfaceDeclaration | ESTree.TSTypeAliasDeclaration): Shape {
    if (node.type === "TSTypeAliasDeclaration") return this.#shape(source, node.typeAnnotation);
    const inherited = node.extends.flatMap(({ expression, typeArguments }) => {
      if (expression.type !== "Identifier" || typeArguments) return source.fail(expression, "expected an interface");
      return fieldsOf(this.#namedBy(this.#find(source, expression.name)).shape()) ?? source.fail(node, "has no fields");
    });
    return { kind: "object", fields: [...inherited, ...this.#fields(source, node.body.body)] };
  }

  #fields(source: Source, members: readonly ESTree.TSSignature[]): readonly Field[] {
    return members.map((member) => {
      if (member.type !== "TSPropertySignature" || !member.typeAnnotation)
        return source.fail(member, "expected a field with its type");
      const { key, optional } = member;
      const { typeAnnotation: type } = member.typeAnnotation;
      const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : undefined;
      if (name === undefined || member.computed) return source.fail(member, "expected the name of a field");
      return {
        name,
        about: source.commentAbove(member.start),
        optional,
        shape: () => this.#shape(source, type),
        place: source.place(member),
      };
    });
  }

  #shape(source: Source, node: ESTree.TSType): Shape {
    switch (node.type) {
      case "TSStringKeyword":
      case "TSTemplateLiteralType":
        return { kind: "text" };
      case "TSNumberKeyword":
        return { kind: "number" };
      case "TSBooleanKeyword":
        return { kind: "truth" };
      case "TSNullKeyword":
        return { kind: "null" };
      case "TSUndefinedKeyword":
        return { kind: "undefined" };
      case "TSNeverKeyword":
        return { kind: "choice", of: [] };
      case "TSLiteralType":
        return source.literal(node.literal);
      case "TSParenthesizedType":
        return this.#shape(source, node.typeAnnotation);
      case "TSArrayType":
        return { kind: "list", item: this.#shape(source, node.elementType) };
      case "TSUnionType":
        return choiceOf(node.types.map((type) => this.#shape(source, type)));
      case "TSTypeLiteral":
        return { kind: "object", fields: this.#fields(source, node.members), about: source.commentAbove(node.start) };
      case "TSTypeOperator":
        return this.#operated(source, node);
      case "TSIndexedAccessType":
        return this.#indexed(source, node);
      case "TSTypeReference":
        return this.#referred(source, node);
      case "TSTypeQuery": {
        const constant = this.#value(source, node);
        return constant.source.literal(constant.node);
      }
      default:
        return source.fail(node, `types of the kind ${node.type} are not read`);
    }
  }

  #operated(source: Source, { operator, typeAnnotation }: ESTree.TSTypeOperator): Shape {
    if (operator === "readonly") return this.#shape(source, typeAnnotation);
    if (operator === "keyof" && typeAnnotation.type === "TSTypeQuery") {
      const { source: from, node } = this.#value(source, typeAnnotation);
      if (node.type !== "ObjectExpression") return from.fail(node, "expected a table of constants");
      return choiceOf(
        node.properties.map((property) => {
          if (property.type !== "Property" || property.computed) return from.fail(property, "expected a plain key");
          const { key } = property;
          return key.type === "Identifier" ? { kind: "literal", value: key.name } : from.literal(key);
        }),
      );
    }
    const fields = operator === "keyof" ? fieldsOf(this.#shape(source, typeAnnotation)) : undefined;
    if (fields === undefined) return source.fail(typeAnnotation, `${operator} is not read here`);
    return choiceOf(fields.map(({ name }) => ({ kind: "literal", value: name })));
  }

  /** `Reason["code"]`, for every alternative if there are several; `(typeof NAMES)[number]`. */
  #indexed(source: Source, { objectType, indexType }: ESTree.TSIndexedAccessType): Shape {
    const object = objectType.type === "TSParenthesizedType" ? objectType.typeAnnotation : objectType;
    if (object.type === "TSTypeQuery" && indexType.type === "TSNumberKeyword") {
      const { source: from, node } = this.#value(source, object);
      if (node.type !== "ArrayExpression") return from.fail(node, "expected a list of constants");
      return choiceOf(
        node.elements.map((item) => (item === null ? from.fail(node, "has a gap") : from.constant(item))),
      );
    }
    const key = indexType.type === "TSLiteralType" ? source.literal(indexType.literal) : undefined;
    if (key?.kind !== "literal") return source.fail(indexType, "expected the name of a field");
    const alternatives = alternativesOf(this.#shape(source, object));
    return choiceOf(
      alternatives.map((shape) => {
        const field = fieldsOf(shape)?.find(({ name }) => name === key.value);
        return field?.shape() ?? source.fail(indexType, `an alternative has no field ${key.value}`);
      }),
    );
  }

  #referred(source: Source, node: ESTree.TSTypeReference): Shape {
    if (node.typeName.type !== "Identifier") return source.fail(node, "expected the name of a type");
    const { name } = node.typeName;
    const given = node.typeArguments?.params ?? [];
    const [first, second] = given;
    if (name === "Readonly" && first !== undefined) return this.#shape(source, first);
    if (name === "Record" && second !== undefined) return { kind: "record", value: this.#shape(source, second) };
    if (first !== undefined && second !== undefined) {
      const [of, by] = [this.#shape(source, first), this.#shape(source, second)];
      if (name === "Exclude")
        return choiceOf(alternativesOf(of).filter((shape) => !alternativesOf(by).some(matching(shape))));
      if (name === "Pick" || name === "Omit") {
        const names = new Set(alternativesOf(by).map((shape) => shape.kind === "literal" && shape.value));
        const fields = fieldsOf(of) ?? source.fail(first, "expected an interface");
        return { kind: "object", fields: fields.filter((field) => names.has(field.name) === (name === "Pick")) };
      }
    }
    if (given.length > 0) return { kind: "applied", name, to: given.map((type) => this.#shape(source, type)) };
    return { kind: "named", type: this.#namedBy(this.#find(source, name)) };
  }

  /** The expression of a constant, without the parts that only TypeScript has. */
  #value(source: Source, query: ESTree.TSTypeQuery): { readonly source: Source; readonly node: ESTree.Expression } {
    if (query.exprName.type !== "Identifier") return source.fail(query, "expected the name of a constant");
    const found = this.#find(source, query.exprName.name);
    let node = found.node.type === "VariableDeclarator" ? found.node.init : null;
    while (node?.type === "TSAsExpression" || node?.type === "TSSatisfiesExpression") node = node.expression;
    return node ? { source: found.source, node } : found.source.fail(found.node, "expected a constant");
  }
}

/** A parsed file. */
class Source {
  readonly name: string;
  readonly declarations = new Map<string, Pick<Declared, "node" | "start">>();
  /** By their local names. */
  readonly imports = new Map<string, { readonly path: string; readonly name: string }>();
  readonly #text: string;
  readonly #comments: ReturnType<typeof parseSync>["comments"];

  constructor(path: string, name: string) {
    this.name = name;
    this.#text = readFileSync(path, "utf8");
    const { program, comments, errors } = parseSync(path, this.#text);
    if (errors.length > 0) throw new Error(`${name}: ${errors[0]!.message}`);
    this.#comments = comments;
    for (const statement of program.body) this.#add(statement, dirname(path));
  }

  #add(statement: ESTree.Statement | ESTree.ModuleDeclaration, folder: string): void {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    const { start } = statement;
    if (declaration?.type === "TSInterfaceDeclaration" || declaration?.type === "TSTypeAliasDeclaration")
      this.declarations.set(declaration.id.name, { node: declaration, start });
    if (declaration?.type === "VariableDeclaration") {
      for (const node of declaration.declarations)
        if (node.id.type === "Identifier") this.declarations.set(node.id.name, { node, start });
    }
    if (statement.type !== "ImportDeclaration" || !statement.source.value.startsWith(".")) return;
    const path = join(folder, statement.source.value);
    for (const specifier of statement.specifiers) {
      if (specifier.type === "ImportSpecifier" && specifier.imported.type === "Identifier")
        this.imports.set(specifier.local.name, { path, name: specifier.imported.name });
    }
  }

  /** The doc comment that ends where `start` begins, as one line. */
  commentAbove(start: number): string {
    const comment = this.#comments.findLast(({ end }) => end <= start);
    // In a union, the sign of an alternative is between the comment and the alternative.
    if (comment === undefined || !/^\s*\|?\s*$/.test(this.#text.slice(comment.end, start))) return "";
    if (comment.type !== "Block" || !comment.value.startsWith("*")) return "";
    return comment.value
      .slice(1)
      .replace(/\n\s*\* ?/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  }

  /** A literal, or an object of constants; anything else is an error only when it is used. */
  constant(node: ESTree.Expression | ESTree.SpreadElement): Shape {
    if (node.type !== "ObjectExpression") return this.literal(node);
    const fields = node.properties.flatMap((property): readonly Field[] => {
      if (property.type !== "Property" || property.key.type !== "Identifier") return [];
      const { key, value } = property;
      const shape = () => this.constant(value);
      return [{ name: key.name, about: "", optional: false, shape, place: this.place(property) }];
    });
    return { kind: "object", fields };
  }

  literal(node: ESTree.Expression | ESTree.SpreadElement | ESTree.PropertyKey): Shape {
    if (node.type !== "Literal") return this.fail(node, "expected a literal");
    const { value } = node;
    if (value === null) return { kind: "null" };
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      return { kind: "literal", value };
    return this.fail(node, "expected a literal text, number or truth value");
  }

  place({ start }: { readonly start: number }): string {
    return `${this.name}:${this.#text.slice(0, start).split("\n").length}`;
  }

  fail(node: { readonly start: number }, message: string): never {
    throw new Error(`${this.place(node)}: ${message}`);
  }
}

/** The alternatives of a type: for a named union, those of the union. */
export function alternativesOf(shape: Shape): readonly Shape[] {
  if (shape.kind === "choice") return shape.of.flatMap(alternativesOf);
  if (shape.kind !== "named") return [shape];
  const held = shape.type.shape();
  return held.kind === "object" ? [shape] : alternativesOf(held);
}

/** The fields of an object or an interface; undefined for anything else. */
export function fieldsOf(shape: Shape): readonly Field[] | undefined {
  if (shape.kind === "named") return fieldsOf(shape.type.shape());
  return shape.kind === "object" ? shape.fields : undefined;
}

/** Whether a shape is one of those that another describes: the same literal, or an object with its literals. */
function matching(shape: Shape): (other: Shape) => boolean {
  return (other) => {
    if (other.kind === "literal") return shape.kind === "literal" && shape.value === other.value;
    const [fields, wanted] = [fieldsOf(shape), fieldsOf(other)];
    if (fields === undefined || wanted === undefined) return shape.kind === other.kind;
    return wanted.every(({ name, shape: of }) =>
      fields.some((field) => field.name === name && matching(field.shape())(of())),
    );
  };
}

/** One shape made of several. A literal that is named several times is one alternative. */
export function choiceOf(shapes: readonly Shape[]): Shape {
  const seen = new Set<unknown>();
  const of = shapes
    .flatMap((shape) => (shape.kind === "choice" ? shape.of : [shape]))
    .filter((shape) => {
      const key = shape.kind === "literal" ? `literal ${JSON.stringify(shape.value)}` : simpleKey(shape);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  return of.length === 1 ? of[0]! : { kind: "choice", of };
}

function simpleKey(shape: Shape): unknown {
  if (shape.kind === "named") return shape.type;
  return ["text", "number", "truth", "null", "undefined"].includes(shape.kind) ? shape.kind : shape;
}
