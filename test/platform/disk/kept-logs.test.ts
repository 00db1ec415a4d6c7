import * as fc from "fast-check";
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { logStores } from "../../../src/platform/disk/kept-logs.ts";
import { definitionStores } from "../../../src/platform/disk/kept-stores.ts";
import { runs } from "../../support/properties.ts";

/** A number and the length of what was added under it, filled with the letter of that number. */
type Piece = readonly [number: number, length: number];

const MEBIBYTE = 1024 * 1024;

let env: Record<string, string>;
let place: string;

beforeEach(() => {
  const home = mkdtempSync(join(tmpdir(), "poc-logs-"));
  env = { HOME: home };
  place = join(home, ".cache/poc/logs");
});

function store(folder = "/work/a") {
  return logStores(env)(folder)!;
}

function bytesOf([number, length]: Piece): Uint8Array {
  return new Uint8Array(length).fill(number % 251);
}

function keep(pieces: readonly Piece[], folder?: string): string | undefined {
  const keeper = store(folder).keep();
  // As a reader uses the same memory for the next file.
  const page = new Uint8Array(Math.max(0, ...pieces.map(([, length]) => length)));
  for (const piece of pieces) {
    page.set(bytesOf(piece));
    keeper.add(piece[0], page.subarray(0, piece[1]));
  }
  return keeper.done();
}

/** What is kept, with its id; undefined where it is not trusted. */
function kept(folder?: string): { readonly id: string; readonly pieces: readonly Piece[] } | undefined {
  const log = store(folder).read();
  if (log === undefined) return undefined;
  const pieces: Piece[] = [];
  while (log.next()) {
    const piece: Piece = [log.number, log.to - log.from];
    expect(Buffer.compare(log.page.subarray(log.from, log.to), bytesOf(piece))).toBe(0);
    pieces.push(piece);
  }
  log.close();
  return { id: log.id, pieces };
}

function onlyFile(): string {
  const [name, ...others] = readdirSync(place);
  expect(others).toEqual([]);
  return join(place, name!);
}

const piece = fc.tuple(
  fc.nat(5),
  fc.oneof(fc.nat(300), fc.integer({ min: 262_100, max: 262_200 }), fc.integer({ min: 1, max: 700_000 })),
);

describe("a log that is kept", () => {
  test("is what was added, in its order, however long its pieces are", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 12 }), (first, second) => {
        for (const pieces of [first, [...first, ...second], second, first]) {
          const id = keep(pieces);
          expect(kept()).toEqual({ id, pieces });
        }
        onlyFile();
      }),
      { numRuns: runs(15) },
    );
  });

  test("is not written again as long as it is the same, and has another id once it is not", () => {
    const pieces: readonly Piece[] = Array.from({ length: 3000 }, (_, index) => [index, 200 + (index % 50)]);
    const id = keep(pieces);
    const { ino } = statSync(onlyFile());
    expect(keep(pieces)).toBe(id);
    expect(statSync(onlyFile()).ino).toBe(ino);
    const others: readonly (readonly Piece[])[] = [
      [],
      pieces.slice(0, -1),
      pieces.slice(1),
      [...pieces, [3000, 1]],
      pieces.with(2500, [2500, 199]),
      pieces.with(0, [7, 200]),
    ];
    const ids = others.flatMap((changed) => [keep(changed), keep(pieces)]);
    expect(new Set([id, ...ids]).size).toBe(13);
    expect(kept()).toEqual({ id: ids.at(-1), pieces });
  });

  test("stays as it was where nothing is to be kept of what was added", () => {
    const id = keep([[1, 10]]);
    const keeper = store().keep();
    keeper.add(2, new Uint8Array(2 * MEBIBYTE));
    keeper.drop();
    expect(kept()).toEqual({ id, pieces: [[1, 10]] });
    onlyFile();
  });

  test("belongs to its folder, and to the user alone", () => {
    keep([[1, 10]]);
    expect(kept("/work/b")).toBeUndefined();
    expect(statSync(place).mode & 0o777).toBe(0o700);
    expect(statSync(onlyFile()).mode & 0o777).toBe(0o600);
  });

  test("of two commands at once is that of the last one, and complete", () => {
    const [one, other] = [store().keep(), store().keep()];
    for (let number = 0; number < 3000; number++) {
      one.add(number, bytesOf([number, 300]));
      other.add(number, bytesOf([number, 301]));
    }
    const ids = [one.done(), other.done()];
    expect(kept()?.id).toBe(ids[1]);
    expect(kept()?.pieces.every(([, length]) => length === 301)).toBe(true);
    onlyFile();
  });

  test("of more than 64 MB is none, and what was kept before stays", () => {
    const id = keep([[1, 10]]);
    const keeper = store().keep();
    const large = new Uint8Array(MEBIBYTE);
    for (let number = 0; number < 64; number++) keeper.add(number, large);
    expect(keeper.done()).toBeUndefined();
    expect(kept()?.id).toBe(id);
    onlyFile();
  });

  test.each([
    ["the file may be written by others", () => chmodSync(onlyFile(), 0o602)],
    ["the folder may be written by others", () => chmodSync(place, 0o777)],
    ["it is empty", () => truncateSync(onlyFile(), 0)],
  ])("is not trusted where %s", (_why, change) => {
    keep([[1, 10]]);
    change();
    expect(kept()).toBeUndefined();
    chmodSync(place, 0o700);
    const id = keep([[1, 10]]);
    expect(kept()).toEqual({ id, pieces: [[1, 10]] });
  });

  test("is an error where it was cut short, and is written again", () => {
    const before = keep([
      [1, 10],
      [2, 400_000],
    ]);
    for (const cut of [-1, 30, 17]) {
      const file = onlyFile();
      truncateSync(file, cut < 0 ? statSync(file).size - 1 : cut);
      expect(() => kept()).toThrow();
      const id = keep([
        [1, 10],
        [2, 400_000],
      ]);
      expect(id).not.toBe(before);
      expect(kept()?.pieces).toEqual([
        [1, 10],
        [2, 400_000],
      ]);
    }
  });

  test("is none without a place for it", () => {
    for (const changes of [{ CI: "true" }, { POC_NO_CACHE: "1" }, { HOME: "" }])
      expect(logStores({ ...env, ...changes })("/work/a")).toBeUndefined();
    writeFileSync(join(env["HOME"]!, ".cache"), "");
    expect(keep([[1, 10]])).toBeUndefined();
    expect(kept()).toBeUndefined();
  });
});

test("of all that is kept of a kind, what was used longest ago is removed when it takes more than its bound", () => {
  const DAY = 86_400_000;
  const length = 50 * MEBIBYTE;
  // Six of them are 315 MB, and 256 MB are kept of logs.
  for (let folder = 0; folder < 4; folder++) {
    keep([[folder, length]], `/work/${folder}`);
    const [newest] = readdirSync(place)
      .map((name) => join(place, name))
      .filter((file) => Date.now() - statSync(file).mtimeMs < DAY / 2);
    utimesSync(newest!, new Date(Date.now() - (9 - folder) * DAY), new Date(Date.now() - (9 - folder) * DAY));
  }
  // Used again, so that the second is the oldest.
  expect(kept("/work/0")?.pieces).toHaveLength(1);
  keep([[4, length]], "/work/4");
  expect(kept("/work/1")).toBeUndefined();
  for (const folder of [0, 2, 3, 4]) expect(kept(`/work/${folder}`)?.pieces, `${folder}`).toHaveLength(1);
  const bytes = readdirSync(place).reduce((sum, name) => sum + statSync(join(place, name)).size, 0);
  expect(bytes).toBeLessThan(256e6);
  // A process that keeps many counts what it writes.
  const many = definitionStores(env, "build");
  const text = "x".repeat(5e6);
  for (let folder = 0; folder < 15; folder++) many(`/work/${folder}`)!.save(text);
  const definitions = join(place, "../definitions");
  expect(readdirSync(definitions).length).toBeLessThanOrEqual(13);
  expect(readFileSync(join(definitions, readdirSync(definitions)[0]!), "utf8").length).toBe(5e6);
});
