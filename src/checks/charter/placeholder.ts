import type { Path } from "../../diagnostics/place.ts";
import type { Check } from "../check.ts";

export const placeholder: Check = {
  name: "placeholder",
  codes: ["placeholder-left"],
  run(standing) {
    return standing.placeholders.map(({ place, text }) => ({
      code: "placeholder-left",
      message: `found ${text === "" ? "nothing" : `"${text}"`} for ${fieldLabel(place.path)}, expected a value`,
      place,
      hint: "fill it in, or remove the line if the PoC does not need it",
    }));
  },
};

/** `budget of mvp`, `question of item 1 of unknowns`: items are counted as people count. */
function fieldLabel(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `item ${step + 1}` : step))
    .reverse()
    .join(" of ");
}
