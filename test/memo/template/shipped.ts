import { readdirSync, readFileSync } from "node:fs";
import type { Template } from "../../../src/memo/template/template-fault.ts";

/** The templates as they lie in the repository. */

export function shippedTemplate(name: string): Template {
  return { name: `templates/${name}`, text: readFileSync(`templates/${name}`, "utf8") };
}

export function shippedPartials(): ReadonlyMap<string, Template> {
  const files = readdirSync("templates/partials").sort();
  return new Map(files.map((file) => [file.replace(/\.md\.hbs$/, ""), shippedTemplate(`partials/${file}`)]));
}

export const repositoryAssets = {
  text(name: string): string | undefined {
    try {
      return readFileSync(name, "utf8");
    } catch {
      return undefined;
    }
  },
  files(): readonly string[] {
    return [];
  },
};
