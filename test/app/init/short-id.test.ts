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
  ["Does the vendor store our data outside the EU?", "vendor-data-outside-eu"],
  ["Has the vendor refused EU residency?", "vendor-refused-eu"],
  ["Is it no better than the search box we have?", "no-better-search"],
  ["Do the works council's rules forbid it?", "works-council-forbid"],
  ["May we not use the data at all?", "not-use-data"],
  ["Is the data not allowed to leave Germany?", "data-not-allowed-germany"],
  ["Isn't the vendor certified?", "not-vendor-certified"],
  ["Can't we keep the logs in Frankfurt?", "not-logs-frankfurt"],
  ["Does it run without a person in the loop?", "run-without-person-loop"],
  ["Does nobody own the index?", "nobody-own-index"],
  ["Is the hit rate below 80%?", "hit-below-80"],
  ["Does it cost more than 4 cents?", "cost-more-4-cents"],
  ["Answers that are not grounded", "answers-not-grounded"],
  ["Does a blocked prompt still reach the model?", "blocked-prompt-reach"],
  ["誤回答率", "primary"],
  ["how many?", "primary"],
  ["", "primary"],
  ["con", "primary"],
])("%s → %s", (text, id) => {
  expect(shortId(text, "primary")).toBe(id);
});
