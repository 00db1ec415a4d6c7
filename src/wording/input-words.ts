import type { InputName } from "../domain/records/value-inputs.ts";

const WORDS: Readonly<Record<InputName, string>> = {
  users: "users",
  tasks_per_day: "tasks a day",
  minutes_saved: "minutes saved a task",
  hourly_rate: "value of an hour",
  workdays_per_year: "working days a year",
  incremental_revenue: "additional revenue",
  platform_cost: "platform",
  model_cost: "models",
  review_cost: "people's review",
  support_cost: "support",
  build_cost: "build cost",
  change_cost: "cost of introduction",
};

const BY_NAME: ReadonlyMap<string, string> = new Map(Object.entries(WORDS));

/** An input of the business case as people call it: `tasks a day`; the name itself where it is none. */
export function inputLabel(name: string): string {
  return BY_NAME.get(name) ?? name;
}
