import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fieldsOf, SourceTypes, type Shape } from "../../scripts/interfaces.ts";
import { outputSchemas, reasonCodes, type OutputSchema } from "../../scripts/output-schemas.ts";
import { packageRoot } from "../../src/platform/assets.ts";
import { withSection } from "./section.ts";

/** docs/json.md says what the interfaces say. `POC_UPDATE=1 npx vitest run test/docs`, or `-u`, writes it anew. */

const root = packageRoot();
const page = join(root, "docs/json.md");
const sources = new SourceTypes(root);
const SCHEMAS = outputSchemas(sources);

const inCell = (text: string) => text.replaceAll("|", "\\|");

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

function envelope(): string {
  const envelope = sources.named("src/output/json/envelope-json.ts", "ReportEnvelopeJson");
  const rows = (fieldsOf({ kind: "named", type: envelope }) ?? []).flatMap((field) => {
    const inner = fieldsOf(field.shape()) ?? [];
    return [
      [`\`${field.name}\``, field.about || describedBy(field.shape())],
      ...inner.map(({ name, about }) => [`\`${field.name}.${name}\``, about]),
    ];
  });
  return table(["field", "what it is"], rows);
}

/** What a type says of itself stands for a field that says nothing. */
function describedBy(shape: Shape): string {
  return shape.kind === "named" ? shape.type.about : "";
}

function commands(): string {
  const row = ({ command, about, file }: OutputSchema) => [
    `\`${command}\``,
    about,
    `[${file}](../schemas/output/${file})`,
  ];
  return table(["`command`", "`data`", "schema"], SCHEMAS.map(row));
}

function values(): string {
  const names = ["MoneyText", "DecimalText", "DateText", "InstantText", "Sha256Text"];
  const about = (name: string) =>
    sources.named("src/output/json/json-texts.ts", name).about.split(" @pattern ")[0] ?? "";
  return table(
    ["in the schemas", "what it is"],
    names.map((name) => [`\`${name}\``, about(name)]),
  );
}

function reasons(): string {
  return reasonCodes(SCHEMAS)
    .map(({ name, about, codes }) => {
      const rows = codes.map(({ code, data, about: what }) => [
        `\`${code}\``,
        data.map((key) => `\`${key}\``).join(", "),
        what,
      ]);
      return [`### ${name}`, ...(about === "" ? [] : [about]), table(["code", "data", ""], rows)].join("\n\n");
    })
    .join("\n\n");
}

test("docs/json.md is that of the interfaces", async () => {
  const sections = { envelope: envelope(), commands: commands(), values: values(), reasons: reasons() };
  const fresh = Object.entries(sections).reduce(
    (text, [name, content]) => withSection(text, name, content),
    readFileSync(page, "utf8"),
  );
  if (process.env["POC_UPDATE"] === "1") writeFileSync(page, fresh);
  await expect(fresh).toMatchFileSnapshot(page);
});
