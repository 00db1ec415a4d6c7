import { expect, test } from "vitest";
import { motivation } from "../../../src/checks/charter/motivation.ts";
import { checked, type Row } from "../../support/checked.ts";
import { SOUND, lacking } from "../../support/records.ts";
import type { Motivation } from "../../../src/domain/records/charter.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";

const bare = (...motivations: Motivation[]): Definitions => ({
  ...SOUND,
  ...lacking("owner"),
  charter: { ...lacking("owner").charter!, motivations },
  value: {},
});

test.each<Row>([
  [
    "pressure alone",
    { definitions: bare("executive-pressure") },
    "2026-11-20",
    ["motivation-alone poc.yaml motivation"],
  ],
  [
    "three kinds of pressure",
    { definitions: bare("executive-pressure", "visibility", "fear-of-missing-out") },
    "2026-11-20",
    ["motivation-alone poc.yaml motivation"],
  ],
  ["pressure beside a problem", { definitions: bare("executive-pressure", "business-problem") }, "2026-11-20", []],
  ["learning is a reason of its own", { definitions: bare("self-learning") }, "2026-11-20", []],
  ["no reason given", { definitions: bare() }, "2026-11-20", []],
  ["pressure with a value", { definitions: { ...bare("visibility"), value: SOUND.value } }, "2026-11-20", []],
  [
    "pressure with an owner",
    { definitions: { ...bare("visibility"), charter: { ...SOUND.charter!, motivations: ["visibility"] } } },
    "2026-11-20",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(motivation, poc, day)).toEqual(expected);
});
