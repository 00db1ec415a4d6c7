import { expect, test } from "vitest";
import { shortId } from "../../../src/app/init/short-id.ts";

test.each([
  ["Wrong answers on safety-critical intents", "wrong-answers"],
  ["Wrong answers", "wrong-answers"],
  ["Share of delivery notes read right", "delivery-notes"],
  ["Share of delivery notes that are read without a correction", "delivery-notes"],
  ["The rate of hallucinations", "hallucinations"],
  ["Number of unsafe outputs per 1000 prompts", "unsafe-outputs"],
  ["Average handling time of a ticket", "handling-time"],
  ["p95 latency", "p95-latency"],
  ["Antwortqualität", "antwortqualitat"],
  ["Does the vendor store our data outside the EU?", "vendor-data-eu"],
  ["Has the vendor refused EU residency?", "vendor-eu-residency"],
  ["Is it no better than the search box we have?", "no-better-search"],
  ["Do the works council's rules forbid it?", "works-council-rules"],
  ["誤回答率", "primary"],
  ["how many?", "primary"],
  ["", "primary"],
  ["con", "primary"],
])("%s → %s", (text, id) => {
  expect(shortId(text, "primary")).toBe(id);
});
