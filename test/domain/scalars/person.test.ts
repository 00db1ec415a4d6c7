import { describe, expect, it } from "vitest";
import { parsePerson, personText, samePerson } from "../../../src/domain/scalars/person.ts";
import { read, refused } from "./outcome.ts";

const person = (text: string) => read(parsePerson(text));

describe("parsePerson", () => {
  it.each([
    ["Ana Ruiz <ana@example.com>", { name: "Ana Ruiz", email: "ana@example.com" }],
    ["  Ana Ruiz  ", { name: "Ana Ruiz" }],
    ["Ana", { name: "Ana" }],
    ["Søren 李 <s@x.dk>", { name: "Søren 李", email: "s@x.dk" }],
  ])("reads %j", (text, value) => {
    expect(person(text)).toEqual(value);
  });

  it.each([
    "",
    "   ",
    "<ana@example.com>",
    "Ana <ana>",
    "Ana <a@b@c>",
    "Ana <a b@c>",
    "Ana <ana@example.com",
    "Ana ana@example.com>",
    "Ana <ana@example.com> Ruiz",
  ])("refuses %j", (text) => {
    expect(refused(parsePerson(text)).code).toBe("invalid-person");
  });

  it("writes what it reads", () => {
    expect(personText(person("Ana Ruiz <ana@example.com>"))).toBe("Ana Ruiz <ana@example.com>");
    expect(personText(person("Ana Ruiz"))).toBe("Ana Ruiz");
  });

  it.each([
    ["Ana <ana@example.com>", "A. Ruiz <ANA@example.com>", true],
    ["Ana <ana@example.com>", "Ana <other@example.com>", false],
    ["Ana <ana@example.com>", "ana", true],
    ["Ana", "Ben", false],
  ])("%s and %s: the same is %s", (a, b, same) => {
    expect(samePerson(person(a), person(b))).toBe(same);
  });
});
