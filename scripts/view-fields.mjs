// The fields of a view with their comments, read from the interfaces in src/memo. TypeScript 7 has no stable API, and
// these interfaces keep to a small part of the language: what lies outside of it is an error here, and never skipped.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} ViewField
 * @property {string} name `conditions[].what`: `[]` stands for each item of a list
 * @property {"text" | "truth" | "texts" | "list" | "object"} kind
 * @property {string} [type] the interface that says what it holds, where it has a name
 * @property {string} about the comment above it; "" where there is none
 */

/** Interfaces stand at the left margin; the code between them is none of our business. */
const INTERFACE = /^(?:\/\*\*(?:(?!\*\/)[^])*\*\/\n)?export interface (\w+)[^]*?^\}/gm;

/**
 * The interfaces that the files of a folder export, each read when it is asked for.
 *
 * @param {string} folder
 * @returns {(name: string) => Interface}
 */
export function readInterfaces(folder) {
  const found = new Map();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort()) {
    const text = readFileSync(join(folder, file), "utf8");
    for (const match of text.matchAll(INTERFACE)) {
      const place = { file: `${folder}/${file}`, text: match[0], line: text.slice(0, match.index).split("\n").length };
      found.set(match[1], [...(found.get(match[1]) ?? []), place]);
    }
  }
  const read = new Map();
  return (name) => {
    const places = found.get(name) ?? [];
    if (places.length !== 1)
      throw new Error(`${places.length} files in ${folder} export an interface ${name}, expected one`);
    if (!read.has(name)) read.set(name, new Reader(places[0]).interface());
    return read.get(name);
  };
}

/**
 * The interfaces that the view `name` is made of, itself first, each with its fields in the order of the source.
 *
 * @param {(name: string) => Interface} interfaces
 * @param {string} name
 * @returns {Map<string, ViewField[]>}
 */
export function typesOf(interfaces, name) {
  const types = new Map();
  const visit = (type) => {
    if (types.has(type)) return;
    types.set(type, []);
    const fields = membersOf(interfaces, type).flatMap((member) => flat(interfaces, member, ""));
    types.set(type, fields);
    for (const field of fields) if (field.type !== undefined) visit(field.type);
  };
  visit(name);
  return types;
}

/** Of its parents first. */
function membersOf(interfaces, name) {
  const { parents, members } = interfaces(name);
  return [...parents.flatMap((parent) => membersOf(interfaces, parent)), ...members];
}

/** The field, and those of an object that has no name of its own. */
function flat(interfaces, { name, type, about }, prefix) {
  const path = prefix + name;
  const held = type.kind === "list" ? type.item : type;
  const kind = type.kind === "list" && held.kind === "text" ? "texts" : type.kind;
  const field = {
    name: path,
    kind,
    ...(held.named === undefined ? {} : { type: held.named }),
    about: about || describedBy(interfaces, held),
  };
  const inner = held.members ?? [];
  return [field, ...inner.flatMap((member) => flat(interfaces, member, path + (type.kind === "list" ? "[]." : ".")))];
}

/** What an interface says of itself stands for a field that says nothing. */
function describedBy(interfaces, { named }) {
  return named === undefined ? "" : interfaces(named).about;
}

const TOKEN =
  /\s*(\/\*\*[\s\S]*?\*\/|\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\]|\\.)*"|[A-Za-z_$][\w$]*|[{}()[\];:,|<>?=&.]|[^\s])/y;

/** One interface, token by token. */
class Reader {
  #tokens = [];
  #at = 0;
  #file;

  constructor({ file, text, line }) {
    this.#file = file;
    TOKEN.lastIndex = 0;
    for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
      const comment = /^\/[/*](?!\*)/.test(token[1]);
      if (!comment)
        this.#tokens.push({ text: token[1], line: line - 1 + text.slice(0, TOKEN.lastIndex).split("\n").length });
      if (TOKEN.lastIndex === text.length) break;
    }
  }

  interface() {
    const about = this.#comment();
    this.#take("export");
    this.#take("interface");
    const name = this.#word();
    const parents = [];
    while (this.#is("extends") || (parents.length > 0 && this.#is(","))) {
      this.#at++;
      parents.push(this.#word());
    }
    return { name, about, parents, members: this.#members() };
  }

  #members() {
    const members = [];
    this.#take("{");
    while (!this.#is("}")) {
      const about = this.#comment();
      this.#take("readonly");
      const name = this.#word();
      if (this.#is("(") || this.#is("?")) this.#fail("a view holds values, and always all of them");
      this.#take(":");
      members.push({ name, about, type: this.#type() });
      if (!this.#is("}")) this.#take(";");
    }
    this.#at++;
    return members;
  }

  /** `string`, `boolean`, `readonly X[]`, `{ … }`, the name of an interface, or a choice of literal texts. */
  #type() {
    if (this.#is("readonly")) this.#at++;
    let type = this.#single();
    while (this.#is("|")) {
      this.#at++;
      const other = this.#single();
      if (type.kind !== "text" || other.kind !== "text") this.#fail("a view holds one kind of value in one place");
    }
    while (this.#is("[")) {
      this.#at++;
      this.#take("]");
      type = { kind: "list", item: type };
    }
    return type;
  }

  #single() {
    if (this.#is("{")) return { kind: "object", members: this.#members() };
    if (this.#is("(")) {
      this.#at++;
      const type = this.#type();
      this.#take(")");
      return type;
    }
    const text = this.#next();
    if (text === "string" || text.startsWith('"')) return { kind: "text" };
    if (text === "boolean") return { kind: "truth" };
    if (!/^[A-Z]\w*$/.test(text) || this.#is("<")) this.#fail(`a view holds no ${text}`);
    return { kind: "object", named: text };
  }

  #comment() {
    const token = this.#tokens[this.#at]?.text ?? "";
    if (!token.startsWith("/**")) return "";
    this.#at++;
    return token
      .slice(3, -2)
      .replace(/\n\s*\* ?/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  }

  #is(text) {
    return this.#tokens[this.#at]?.text === text;
  }

  #take(text) {
    if (!this.#is(text)) this.#fail(`expected ${text}`);
    this.#at++;
  }

  #word() {
    const text = this.#next();
    if (!/^[A-Za-z_$][\w$]*$/.test(text)) this.#fail(`expected a name, found ${text}`);
    return text;
  }

  #next() {
    const token = this.#tokens[this.#at];
    if (token === undefined) this.#fail("the file ends within an interface");
    this.#at++;
    return token.text;
  }

  #fail(message) {
    const token = this.#tokens[Math.min(this.#at, this.#tokens.length - 1)];
    throw new Error(`${this.#file}:${token?.line ?? 0}: ${message}`);
  }
}
