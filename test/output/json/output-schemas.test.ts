import { describe, expect, test } from "vitest";
import { SourceTypes } from "../../../scripts/interfaces.ts";
import { outputSchemas } from "../../../scripts/output-schemas.ts";
import { packageRoot } from "../../../src/platform/assets.ts";

const SCHEMAS = outputSchemas(new SourceTypes(packageRoot()));

describe("schemas of what the commands print as JSON", () => {
  test.each(SCHEMAS)("$file is the committed one; `vitest -u` writes it anew", async ({ file, schema }) => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`../../../schemas/output/${file}`);
  });
});
