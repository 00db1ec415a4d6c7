import { describe, expect, it } from "vitest";
import { People } from "../../../src/domain/records/people.ts";
import { parsePerson, personText } from "../../../src/domain/scalars/person.ts";
import { read } from "../scalars/outcome.ts";

const person = (text: string) => read(parsePerson(text));

describe("People", () => {
  const CHARTER = ["Ana Ruiz <ana@example.com>", "Marta Weiss"];
  const match = (text: string, charter: readonly string[], others: readonly string[] = []) => {
    const found = new People(charter.map(person), others.map(person)).match(person(text));
    return found.kind === "ambiguous"
      ? `${found.candidates.map(({ name }) => name).join(" or ")}?`
      : `${found.kind} ${personText(found.person)}`;
  };

  it.each<[string, readonly string[], string]>([
    ["Ana", [], "known Ana Ruiz <ana@example.com>"],
    ["ana ruiz", [], "known Ana Ruiz <ana@example.com>"],
    ["Ruiz, Ana", [], "known Ana Ruiz <ana@example.com>"],
    ["ANA RUÍZ", [], "known Ana Ruiz <ana@example.com>"],
    ["A. Ruiz", [], "known Ana Ruiz <ana@example.com>"],
    ["ana@example.com", [], "known Ana Ruiz <ana@example.com>"],
    ["Ana Ruiz <ana.ruiz@other.example>", [], "known Ana Ruiz <ana@example.com>"],
    ["A <ANA@example.com>", [], "known Ana Ruiz <ana@example.com>"],
    ["Ana María Ruiz", [], "known Ana Ruiz <ana@example.com>"],
    ["Marta", ["Marta Weiss <marta@example.com>"], "known Marta Weiss <marta@example.com>"],
    ["Tom", ["Tom Okafor <tom@example.com>", "Tom"], "known Tom Okafor <tom@example.com>"],
    ["marta weiß", [], "known Marta Weiss"],
    ["Tom", [], "new Tom"],
    ["A", [], "new A"],
    ["Ana <ana@else.example>", [], "new Ana <ana@else.example>"],
    ["Ana Silva", [], "new Ana Silva"],
    ["Ana", ["Ana Silva"], "Ana Ruiz or Ana Silva?"],
    ["Ana Ruiz", ["Ana Silva"], "known Ana Ruiz <ana@example.com>"],
    ["Ruiz", ["Pedro Ruiz"], "Ana Ruiz or Pedro Ruiz?"],
  ])("10 %j beside authors %j is %s", (text, authors, expected) => {
    expect(match(text, CHARTER, authors)).toBe(expected);
  });

  it("10 tells two people of the charter apart who share a name", () => {
    const charter = ["Ana Ruiz <ana@example.com>", "Ana Ruiz <ana@partner.example>"];
    expect(match("Ana Ruiz", charter)).toBe("Ana Ruiz or Ana Ruiz?");
    expect(match("Ana <ana@partner.example>", charter)).toBe("known Ana Ruiz <ana@partner.example>");
    const people = new People(charter.map(person));
    expect(people.same(person(charter[0]!), person(charter[1]!))).toBe(false);
  });

  it("10 knows owner and sponsor as one where one is called by the first name of the other", () => {
    const people = new People(["Ana", "Ana Ruiz <ana@example.com>"].map(person));
    expect(people.same(person("Ana"), person("Ana Ruiz"))).toBe(true);
  });

  it("10 knows two forms of somebody who is new as one", () => {
    const people = new People([]);
    expect(people.same(person("Tom Okafor <tom@example.com>"), person("Tom"))).toBe(true);
    expect(people.same(person("Tom Okafor"), person("Tim"))).toBe(false);
  });
});
