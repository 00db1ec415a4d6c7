import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { organisationFolder } from "../../../src/app/library/organisation-folder.ts";
import { templateLibrary } from "../../../src/app/library/template-library.ts";
import type { Context } from "../../../src/app/ports/ports.ts";
import { shippedAssets } from "../../../src/platform/assets.ts";
import { realFiles } from "../../../src/platform/disk/files.ts";

/** The library on a real disk, where links are. */

const root = mkdtempSync(join(tmpdir(), "poc-library-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const context = (env: Context["env"]) =>
  ({
    env,
    files: realFiles(
      () => root,
      () => undefined,
    ),
    assets: shippedAssets(),
  }) as unknown as Context;
const library = (env: Context["env"]) => templateLibrary(context(env), undefined);

beforeAll(() => {
  for (const folder of ["org/memo", "org/partials", "elsewhere", "home/.config/poc", "linked-home/.config"])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "secret"), "SECRET");
  writeFileSync(join(root, "org/memo/own.md.hbs"), "own");
  writeFileSync(join(root, "elsewhere/far.md.hbs"), "far");
  writeFileSync(join(root, "home/.config/poc/config.yaml"), "templates: ../../../org\n");
  symlinkSync(join(root, "secret"), join(root, "org/memo/decision.md.hbs"));
  symlinkSync(join(root, "elsewhere"), join(root, "org/gates"));
  symlinkSync(join(root, "org"), join(root, "org-link"));
  symlinkSync(join(root, "home/.config/poc"), join(root, "linked-home/.config/poc"));
});

describe("links", () => {
  test("a linked template is refused by the name people know it by, and never read", async () => {
    await expect(
      library({ POC_TEMPLATES: "org" }).then((files) => files.find("memo/decision.md.hbs")),
    ).rejects.toThrowError(/^cannot read org\/memo\/decision\.md\.hbs: it is a symbolic link/);
    expect((await library({ POC_TEMPLATES: "org" })).list("memo")).toContain("memo/decision.md.hbs");
  });

  test("a linked folder within is refused", async () => {
    await expect(library({ POC_TEMPLATES: "org" }).then((files) => files.list("gates"))).rejects.toThrowError(
      /org\/gates.*symbolic link/,
    );
    await expect(
      library({ POC_TEMPLATES: "org" }).then((files) => files.find("gates/far.md.hbs")),
    ).rejects.toThrowError(/symbolic link/);
  });

  test("going into the folder through a link is ordinary use", async () => {
    expect((await library({ POC_TEMPLATES: "org-link" })).find("memo/own.md.hbs")?.text).toBe("own");
  });

  test("a hard link is a file like any other", async () => {
    linkSync(join(root, "org/memo/own.md.hbs"), join(root, "org/memo/hard.md.hbs"));
    expect((await library({ POC_TEMPLATES: "org" })).find("memo/hard.md.hbs")?.text).toBe("own");
  });
});

describe("names that would leave the folder", () => {
  test.each(["../secret", "memo/../../secret", "/etc/passwd", "memo\\..\\..\\secret", "memo/\0"])("%j", async (key) => {
    await expect(library({ POC_TEMPLATES: "org" }).then((files) => files.find(key))).rejects.toThrowError(
      /is not the name of a file/,
    );
  });
});

describe("the user's configuration", () => {
  test("names a folder relative to itself; dotfiles that are linked are ordinary use", async () => {
    for (const home of ["home", "linked-home"])
      expect(organisationFolder(context({ HOME: join(root, home) }))?.shown, home).toBe("../../../org");
    expect((await library({ HOME: join(root, "home") })).find("memo/own.md.hbs")?.text).toBe("own");
  });

  test.each([
    ["no home", {}],
    ["a home that is not there", { HOME: "/nonexistent" }],
    ["a home that is no folder", { HOME: "/dev/null" }],
  ])("%s is no configuration", (_, env) => {
    expect(organisationFolder(context(env))).toBeUndefined();
  });

  test("a folder where the file should be is a fault", () => {
    mkdirSync(join(root, "odd/.config/poc/config.yaml"), { recursive: true });
    expect(() => organisationFolder(context({ HOME: join(root, "odd") }))).toThrowError(/config\.yaml/);
  });
});
