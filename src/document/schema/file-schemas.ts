import { PORTFOLIO_FILE } from "../../domain/portfolio/portfolio.ts";
import { REPOSITORY_FILE } from "../../domain/records/organisation/organisation.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { assumptionSchema } from "./assumption-schema.ts";
import { charterSchema } from "./charter-schema.ts";
import { checklistSchema } from "./checklist-schema.ts";
import { costsSchema } from "./costs-schema.ts";
import { entrySchema } from "./entry-schema.ts";
import { evalSchema } from "./eval-schema.ts";
import { list, type Field } from "./field.ts";
import { gateSchema } from "./gate-schema.ts";
import { importRecipesSchema } from "./import-recipe-schema.ts";
import { killCriterionSchema } from "./kill-criterion-schema.ts";
import { organisationSchema } from "./organisation-schema.ts";
import { portfolioSchema } from "./portfolio-schema.ts";
import { riskSchema } from "./risk-schema.ts";
import { valueSchema } from "./value-schema.ts";

/** One kind of file as editors know it. */
export interface FileSchema {
  /** `evals` for `evals.yaml`, `entry` for the files in log/. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly field: () => Field<unknown>;
  /** Whether a field may be left for later. In an entry nothing may: what happened is known. */
  readonly drafts: boolean;
}

const stem = (file: string) => file.replace(/\.yaml$/, "");

export const FILE_SCHEMAS: readonly FileSchema[] = [
  {
    name: stem(DEFINITION_FILES.charter),
    title: "Charter",
    description: "The agreed terms of a proof of concept: question, people, timebox, spend cap.",
    field: charterSchema,
    drafts: true,
  },
  {
    name: stem(DEFINITION_FILES.assumptions),
    title: "Assumptions",
    description: "What must be true for the idea to work, and which eval tests it.",
    field: () => list(assumptionSchema()),
    drafts: true,
  },
  {
    name: stem(DEFINITION_FILES.evals),
    title: "Evals",
    description: "What is measured, from which baseline, and what it must show.",
    field: () => list(evalSchema()),
    drafts: true,
  },
  {
    name: stem(DEFINITION_FILES.killCriteria),
    title: "Kill criteria",
    description: "States that end the work, each with the day by which it must have been ruled out.",
    field: () => list(killCriterionSchema()),
    drafts: true,
  },
  {
    name: stem(DEFINITION_FILES.costs),
    title: "Costs",
    description: "Currency, exchange rates, hourly rates, model prices and planned cost lines.",
    field: costsSchema,
    drafts: true,
  },
  {
    name: stem(DEFINITION_FILES.value),
    title: "Value",
    description: "The inputs of the business case, how well each is known, and its thresholds.",
    field: valueSchema,
    drafts: true,
  },
  {
    name: stem(DEFINITION_FILES.risks),
    title: "Risks",
    description: "The risk register.",
    field: () => list(riskSchema()),
    drafts: true,
  },
  {
    name: "imports",
    title: "Imports",
    description: "Recipes with which poc import reads results, money and hours from files of other tools.",
    field: importRecipesSchema,
    drafts: false,
  },
  {
    name: stem(REPOSITORY_FILE),
    title: "Organisation",
    description: "Values that an organisation states once for all of its PoCs: money, policy and defaults.",
    field: organisationSchema,
    drafts: false,
  },
  {
    name: stem(PORTFOLIO_FILE),
    title: "Portfolio",
    description: "Where the PoCs of a portfolio are, how many may be in progress, and the currency of its totals.",
    field: portfolioSchema,
    drafts: false,
  },
  {
    name: "entry",
    title: "Log entry",
    description: "One record of what happened. Entries are added, never rewritten.",
    field: entrySchema,
    drafts: false,
  },
  {
    name: "gate",
    title: "Gate",
    description:
      "One of the gates from an idea to scale. The name of its file gives its order and its id: 2-proof-of-value.yaml.",
    field: gateSchema,
    drafts: false,
  },
  {
    name: "checklist",
    title: "Checklist",
    description: "What has to be true, item by item, and how each item is answered: a file in templates/checklists/.",
    field: checklistSchema,
    drafts: false,
  },
];
