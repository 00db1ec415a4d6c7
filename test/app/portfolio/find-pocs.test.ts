import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findPocs } from "../../../src/app/portfolio/find-pocs.ts";
import { openPortfolio } from "../../../src/app/portfolio/open-portfolio.ts";
import { DiagnosedFault, UsageFault } from "../../../src/app/ports/faults.ts";
import { realFiles } from "../../../src/platform/disk/files.ts";

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "poc-find-")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const files = realFiles(
  () => root,
  () => undefined,
);

function put(name: string, text = ""): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

const inner = (path: string) => path.slice(root.length + 1);
const found = (start = root) => findPocs(files, start).places.map(({ path }) => inner(path));
const named = async (...typed: string[]) =>
  (await openPortfolio({ cwd: root, files }, typed)).places.map(({ path }) => inner(path));

describe("below a folder", () => {
  test("every PoC, in other PoCs too, by path", () => {
    for (const name of ["b/poc.yaml", "a/poc.yaml", "a/second/poc.yaml", "a/deep/er/poc.yaml", "c/readme.md"])
      put(name);
    expect(found()).toEqual(["a", "a/deep/er", "a/second", "b"]);
  });

  test("with the parts of each, one list for those that have the same", () => {
    for (const name of ["a", "b"])
      for (const part of ["poc.yaml", "value.yaml", "notes.md", "log/one.yaml", "poc-org.yaml"]) put(`${name}/${part}`);
    put("c/poc.yaml");
    put("c/memos");
    const [a, b, c] = findPocs(files, root).places;
    expect(a!.items).toEqual([
      { name: "log", kind: "folder" },
      { name: "poc-org.yaml", kind: "file" },
      { name: "poc.yaml", kind: "file" },
      { name: "value.yaml", kind: "file" },
    ]);
    expect(b!.items).toBe(a!.items);
    expect(c!.items).toEqual([
      { name: "memos", kind: "file" },
      { name: "poc.yaml", kind: "file" },
    ]);
  });

  test("and the folder itself", () => {
    put("poc.yaml");
    expect(found()).toEqual([""]);
  });

  test("not in what belongs to a PoC, is hidden, or holds packages", () => {
    put("poc.yaml");
    for (const name of ["log", "cases", "memos", "templates", "runs", ".cache", "node_modules"])
      put(`${name}/poc.yaml`);
    put("log-of-ours/poc.yaml");
    expect(found()).toEqual(["", "log-of-ours"]);
  });

  test("a name with a line break or letters of elsewhere is a name", () => {
    for (const name of ["a\nb", "検索", "with space", "-rf", "back\\slash"]) put(`${name}/poc.yaml`);
    expect(found()).toHaveLength(5);
    expect(found()).toContain("a\nb");
  });

  test("a folder called poc.yaml is none, and a link of that name is one that says what is wrong", () => {
    put("folder/poc.yaml/x");
    mkdirSync(join(root, "link"));
    symlinkSync("/nowhere", join(root, "link/poc.yaml"));
    expect(found()).toEqual(["link"]);
  });

  test("one that was begun, or lost its charter, is there too", () => {
    for (const name of ["evals.yaml", "kill-criteria.yaml"]) put(`half/${name}`);
    put("others/evals.yaml");
    expect(findPocs(files, root).places).toMatchObject([{ path: join(root, "half"), hasCharter: false }]);
  });

  test("links are not followed, so that circles have an end", () => {
    put("a/poc.yaml");
    symlinkSync(root, join(root, "a/up"));
    symlinkSync(join(root, "a"), join(root, "again"));
    expect(found()).toEqual(["a"]);
  });

  test.skipIf(process.getuid?.() === 0)("a folder without rights is told, and the rest is found", () => {
    put("a/poc.yaml");
    put("closed/poc.yaml");
    chmodSync(join(root, "closed"), 0);
    const search = findPocs(files, root);
    chmodSync(join(root, "closed"), 0o700);
    expect(search.places.map(({ path }) => inner(path))).toEqual(["a"]);
    expect(search.closed.map(({ path }) => inner(path))).toEqual(["closed"]);
  });

  test("10,000 folders without a PoC", () => {
    for (let one = 0; one < 100; one++) {
      mkdirSync(join(root, `${one}`));
      for (let two = 0; two < 100; two++) mkdirSync(join(root, `${one}/${two}`));
    }
    put("99/99/poc.yaml");
    expect(found()).toEqual(["99/99"]);
  });
});

describe("what .gitignore leaves out", () => {
  test("is not looked into, by the innermost rule that says anything", () => {
    put(".gitignore", "build/\n*-old\n/top\n");
    put("team/.gitignore", "!kept-old\nscratch\n");
    for (const name of ["build/a", "team/build/b", "x-old", "top", "team/top", "team/kept-old/x", "team/scratch", "ok"])
      put(`${name}/poc.yaml`);
    expect(found()).toEqual(["ok", "team/kept-old/x", "team/top"]);
  });

  test("also where the rule is above the folder, up to the root of its repository", () => {
    mkdirSync(join(root, "repo/.git"), { recursive: true });
    put(".gitignore", "*");
    put("repo/.gitignore", "drafts\n/teams/a/old\n");
    for (const name of ["repo/teams/a/old", "repo/teams/a/drafts", "repo/teams/a/new"]) put(`${name}/poc.yaml`);
    expect(found(join(root, "repo/teams/a"))).toEqual(["repo/teams/a/new"]);
  });

  test("another repository below has rules of its own", () => {
    put(".gitignore", "scratch\n");
    put("checkout/.git", "gitdir: elsewhere\n");
    put("checkout/scratch/poc.yaml");
    expect(found()).toEqual(["checkout/scratch"]);
  });

  test("naming a folder overrules it", () => {
    mkdirSync(join(root, ".git"));
    put(".gitignore", "scratch\n");
    put("scratch/poc.yaml");
    expect(found()).toEqual([]);
    expect(found(join(root, "scratch"))).toEqual(["scratch"]);
  });
});

describe("what a person names", () => {
  beforeEach(() => {
    for (const name of ["team-a/one", "team-a/two", "team-b/three", "other/four"]) put(`${name}/poc.yaml`);
    for (const name of ["README.md", "team-a/one/evals.yaml", "team-a/one/log/x.yaml"]) put(name);
  });

  test.each([
    [[], ["other/four", "team-a/one", "team-a/two", "team-b/three"]],
    [["team-a"], ["team-a/one", "team-a/two"]],
    [
      ["team-a/one", "team-a", "team-a/../other"],
      ["other/four", "team-a/one", "team-a/two"],
    ],
    [["team-*"], ["team-a/one", "team-a/two", "team-b/three"]],
    [["*/t*"], ["team-a/two", "team-b/three"]],
    [["{team-b,other}/**"], ["other/four", "team-b/three"]],
    [["**/one/poc.yaml"], ["team-a/one"]],
    [["nothing-*"], []],
    [
      ["team-a/one/poc.yaml", "team-b/three/poc.yaml"],
      ["team-a/one", "team-b/three"],
    ],
    [
      ["other", "README.md", "team-a"],
      ["other/four", "team-a/one", "team-a/two"],
    ],
    [["team-a/one/poc.yaml", "team-a/one/evals.yaml", "team-a/one/log"], ["team-a/one"]],
  ])("%j", async (typed, expected) => {
    expect(await named(...typed)).toEqual(expected);
  });

  test("a folder whose name looks like a pattern is a folder", async () => {
    put("[x]/poc.yaml");
    expect(await named("[x]")).toEqual(["[x]"]);
  });

  test("something that is not there is said", async () => {
    await expect(named("nowhere")).rejects.toBeInstanceOf(UsageFault);
    await expect(named("team-a", "nowhere")).rejects.toBeInstanceOf(UsageFault);
    await expect(named("README.md")).rejects.toBeInstanceOf(UsageFault);
  });
});

describe("portfolio.yaml", () => {
  beforeEach(() => {
    for (const name of ["team-a/one", "team-b/two", "x/three"]) put(`${name}/poc.yaml`);
  });

  test("lists checkouts relative to itself, and says what is not there", async () => {
    put("lists/portfolio.yaml", "paths: [../team-a, ../team-b/*, ../gone]\nwip_cap: 3\n");
    const open = await openPortfolio({ cwd: root, files }, ["lists/portfolio.yaml"]);
    expect(open.places.map(({ path }) => inner(path))).toEqual(["team-a/one", "team-b/two"]);
    expect(open.closed.map(({ path }) => inner(path))).toEqual(["gone"]);
    expect(open.portfolio.wipCap).toBe(3);
  });

  test("makes its folder the portfolio that it describes", async () => {
    put("portfolio.yaml", "title: Ours\nexchange:\n  USD: { rate: 0.92 }\n");
    const open = await openPortfolio({ cwd: root, files }, []);
    expect(open.places).toHaveLength(3);
    expect(open.portfolio).toMatchObject({ title: "Ours", exchange: [{ currency: "USD" }] });
  });

  test("an empty one says nothing, and a wrong one where", async () => {
    put("portfolio.yaml", "");
    expect(await named()).toHaveLength(3);
    put("portfolio.yaml", "wip_cap: many\npath: [a]\n");
    const fault: unknown = await named().catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(DiagnosedFault);
    expect((fault as DiagnosedFault).diagnostics.map(({ code, location }) => [code, location.span.line])).toEqual([
      ["wrong-type", 1],
      ["unknown-key", 2],
    ]);
  });
});
