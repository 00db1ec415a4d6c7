import { describe, expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world, type Outcome, type World } from "../../support/run.ts";

const HOME = "/home/ana";
const CONFIG = `${HOME}/.config/poc/config.yaml`;
const MEMO = "memo/decision.md.hbs";

/** What `poc memo -o -` prints with these files beside the PoC. */
function memo(files: Readonly<Record<string, string>>, env: World["env"] = {}): Promise<Outcome> {
  const disk = diskWithPoc();
  for (const [path, text] of Object.entries(files)) disk.set(path.startsWith("/") ? path : `${POC}/${path}`, text);
  return run(["memo", "-o", "-"], world({ disk, env }));
}

const first = ({ stdout }: Outcome) => stdout.split("\n")[0];

describe("whose template is rendered", () => {
  test.each<[string, Readonly<Record<string, string>>, World["env"], string]>([
    ["nobody's own", {}, { HOME }, "# Retrieval for the policy assistant"],
    [
      "the organisation's, by POC_TEMPLATES",
      { [`/org/${MEMO}`]: "org {{title}}\n" },
      { POC_TEMPLATES: "/org" },
      "org Retrieval for the policy assistant",
    ],
    [
      "with a slash at its end, relative to where one is",
      { [`org/${MEMO}`]: "org\n" },
      { POC_TEMPLATES: "org/" },
      "org",
    ],
    [
      "by the configuration, from the home",
      { [`${HOME}/t/${MEMO}`]: "home\n", [CONFIG]: "templates: ~/t\n" },
      { HOME },
      "home",
    ],
    [
      "by the configuration, relative to it",
      { [`${HOME}/.config/poc/t/${MEMO}`]: "beside\n", [CONFIG]: "templates: t\n" },
      { HOME },
      "beside",
    ],
    [
      "by XDG_CONFIG_HOME",
      { [`/org/${MEMO}`]: "xdg\n", "/etc/xdg/poc/config.yaml": "templates: /org\n" },
      { HOME, XDG_CONFIG_HOME: "/etc/xdg" },
      "xdg",
    ],
    [
      "XDG_CONFIG_HOME is ignored where it is relative",
      { [`/org/${MEMO}`]: "home\n", [CONFIG]: "templates: /org\n" },
      { HOME, XDG_CONFIG_HOME: "xdg" },
      "home",
    ],
    [
      "POC_TEMPLATES before the configuration",
      { [`/a/${MEMO}`]: "a\n", [`/b/${MEMO}`]: "b\n", [CONFIG]: "templates: /b\n" },
      { HOME, POC_TEMPLATES: "/a" },
      "a",
    ],
    [
      "an empty POC_TEMPLATES names nothing",
      { [`/b/${MEMO}`]: "b\n", [CONFIG]: "templates: /b\n" },
      { HOME, POC_TEMPLATES: "" },
      "b",
    ],
    [
      "the PoC's own before the organisation's",
      { [`templates/${MEMO}`]: "own\n", [`/org/${MEMO}`]: "org\n" },
      { POC_TEMPLATES: "/org" },
      "own",
    ],
    [
      "the organisation's partial in the PoC's template",
      { [`templates/${MEMO}`]: "{{> logo}}\n", "/org/partials/logo.md.hbs": "ACME" },
      { POC_TEMPLATES: "/org" },
      "ACME",
    ],
    [
      "a shipped partial overridden",
      { [`templates/${MEMO}`]: "{{> or-dash value=title}}\n", "/org/partials/or-dash.md.hbs": "org: {{value}}" },
      { POC_TEMPLATES: "/org" },
      "org: Retrieval for the policy assistant",
    ],
    [
      "what an editor left behind is no partial",
      {
        "templates/partials/.DS_Store": "\0",
        "templates/partials/log.md.hbs~": "{{",
        "templates/partials/README.md": "{{",
      },
      {},
      "# Retrieval for the policy assistant",
    ],
    [
      "a configuration that sets nothing up",
      { [CONFIG]: "# templates: /org\n" },
      { HOME },
      "# Retrieval for the policy assistant",
    ],
    ["without a home", { [CONFIG]: "templates: /nowhere\n" }, {}, "# Retrieval for the policy assistant"],
  ])("%s", async (_, files, env, line) => {
    expect(first(await memo(files, env))).toBe(line);
  });
});

describe("what was named and is not there", () => {
  test.each<[string, Readonly<Record<string, string>>, World["env"], RegExp]>([
    [
      "by POC_TEMPLATES",
      {},
      { POC_TEMPLATES: "/org" },
      /^error: the folder of templates \/org does not exist; POC_TEMPLATES names it\n {2}hint: make it, or correct POC_TEMPLATES\n$/,
    ],
    [
      "by the configuration",
      { [CONFIG]: "templates: ~/t\n" },
      { HOME },
      /^error: the folder of templates ~\/t does not exist; templates in \/home\/ana\/\.config\/poc\/config\.yaml names it\n/,
    ],
    ["a file", { "/org": "text" }, { POC_TEMPLATES: "/org" }, /\/org is not a folder; POC_TEMPLATES names it/],
  ])("%s", async (_, files, env, message) => {
    const { exitCode, stdout, stderr } = await memo(files, env);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toMatch(message);
  });

  test("log and status do not ask", async () => {
    for (const argv of [["status"], ["log", "A note"]]) {
      const { stderr } = await run(
        argv,
        world({ disk: diskWithPoc({ [CONFIG]: "nonsense" }), env: { HOME, POC_TEMPLATES: "/nowhere" } }),
      );
      expect(stderr).not.toMatch(/POC_TEMPLATES|config\.yaml/);
    }
  });
});

describe("a configuration that cannot be read", () => {
  test.each([
    ["template: /org\n", "1:1: error[unknown-key]"],
    ["templates: [a]\n", "1:12: error[wrong-type]"],
    ["templates: /org\ntemplates: /b\n", "2:1: error[duplicate-key]"],
    ["templates: &a /org\n", "1:15: error[yaml-feature]"],
    ['templates: "a\n', "2:1: error[invalid-yaml]"],
    ["- templates\n", "1:1: error[wrong-type]"],
    ["templates: a\0b\n", "1:13: error[control-character]"],
  ])("%j", async (text, place) => {
    const { exitCode, stdout, stderr } = await memo({ [CONFIG]: text }, { HOME });
    expect({ exitCode, stdout, first: stderr.slice(0, `${CONFIG}:${place}`.length) }).toEqual({
      exitCode: 3,
      stdout: "",
      first: `${CONFIG}:${place}`,
    });
  });
});

describe("faults of templates are told by the file as people know it", () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "the PoC's",
      { [`templates/${MEMO}`]: "a\n  {{tilte}}" },
      `templates/${MEMO}:2:5: error[invalid-template]: there is no tilte here`,
    ],
    ["the organisation's", { [`/org/${MEMO}`]: "{{#if}}" }, `/org/${MEMO}:1:1: error[invalid-template]`],
    [
      "a partial of the organisation's",
      { "/org/partials/log.md.hbs": "\n{{nope}}" },
      "/org/partials/log.md.hbs:2:3: error[invalid-template]: there is no nope here",
    ],
  ])("%s", async (_, files, start) => {
    const { exitCode, stdout, stderr } = await memo({ "/org/keep": "", ...files }, { POC_TEMPLATES: "/org" });
    expect({ exitCode, stdout, start: stderr.slice(0, start.length) }).toEqual({ exitCode: 3, stdout: "", start });
  });
});

describe("a template reaches the view and nothing else", () => {
  test.each([
    ["a file beside it", "{{> ../../secret}}"],
    ["a file by its absolute path", "{{> /etc/passwd}}"],
    ["a file of the PoC", "{{> poc.yaml}}"],
    ["a partial by its file", "{{> partials/log}}"],
    ["a computed partial", "{{> (lookup this 'title')}}"],
    ["the prototype", "{{constructor}}"],
    ["the prototype of a text", "{{title.constructor}}"],
    ["the prototype of a list", "{{evidence.rows.constructor}}"],
    ["the prototype by its own name", "{{__proto__}}"],
    ["the prototype by way of a literal", "{{[__proto__]}}"],
    ["a method of the prototype", "{{#with (lookup this 'toString')}}{{this}}{{/with}}"],
    ["the global object", "{{globalThis}}"],
    ["the process", "{{process.env.HOME}}"],
    ["code by way of a helper", "{{helperMissing 'x'}}"],
    ["code by way of a block helper", "{{#blockHelperMissing this}}x{{/blockHelperMissing}}"],
    ["the log of the console", "{{log title}}"],
    ["a decorator", "{{* inline 'x'}}"],
    ["an inline partial", "{{#*inline 'x'}}y{{/inline}}"],
    ["the unescaped", "{{{title}}}"],
  ])("not %s", async (_, text) => {
    const { exitCode, stdout, stderr } = await memo(
      { [`templates/${MEMO}`]: text, "/work/secret": "SECRET", "/work/secret.md.hbs": "SECRET" },
      { HOME: "SECRET" },
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^templates/${MEMO}:1:\\d+: error\\[invalid-template\\]`));
    expect(stderr.split("\n")[0]).not.toContain("SECRET");
  });
});
