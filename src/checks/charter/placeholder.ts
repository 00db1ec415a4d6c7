import { pathText, type Path } from "../../diagnostics/place.ts";
import type { Check } from "../check.ts";

export const placeholder: Check = {
  name: "placeholder",
  codes: ["placeholder-left"],
  run(standing) {
    return standing.placeholders.map(({ place, text }) => ({
      code: "placeholder-left",
      message:
        `found ${text === "" ? "nothing" : `"${text}"`} for ${fieldLabel(place.path)}, expected it ` +
        `to be filled in`,
      place,
      hint: "fill it in, or take the line out where the PoC does not need it",
    }));
  },
};

/** `mvp.budget`, `metric of item 2`: of a list that is a whole file, items are counted as people count. */
function fieldLabel([first, ...rest]: Path): string {
  if (typeof first !== "number") return pathText([...(first === undefined ? [] : [first]), ...rest]);
  return rest.length === 0 ? `item ${first + 1}` : `${pathText(rest)} of item ${first + 1}`;
}
