import type { Format } from "../format.ts";
import { HoursCollector } from "../hours/hours-collector.ts";
import { ImportFault } from "../import-problem.ts";
import { JsonList, JsonMap } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";
import { momentOf } from "../moment.ts";

/** What `timew export` writes: intervals in UTC. Their ids count from the newest one and say nothing. */
export const timewarrior: Format = {
  name: "timewarrior",
  title: "timewarrior",
  detect: ({ text }) => (/^\s*\[\s*\{/.test(text) && /"start"\s*:\s*"\d{8}T\d{6}Z"/.test(text) ? 0.9 : 0),
  read(file) {
    const root = readJson(file.whole());
    if (!(root instanceof JsonList)) throw new ImportFault("found no list of intervals");
    const hours = new HoursCollector();
    for (const item of root.items) {
      if (!(item instanceof JsonMap)) throw new ImportFault("found an interval that is not an object");
      const { line } = item;
      const [start, end] = [basicMoment(item.text("start")), basicMoment(item.text("end"))];
      if (item.at("end") === undefined) hours.open++;
      else if (start === undefined || end === undefined || end < start)
        hours.problem(line, "found an interval whose start and end are not two times in order");
      else {
        const tags = item.list("tags").filter((tag) => typeof tag === "string");
        const seconds = Math.round((end - start) / 1000);
        hours.add({ line, when: start, seconds, what: [tags.join(", ")], labels: { tag: tags } });
      }
    }
    if (hours.isEmpty) hours.problems.push({ message: "found no intervals" });
    return hours.read({ notes: [], leftOut: ["annotations"] });
  },
};

/** `20261005T070000Z` */
function basicMoment(text: string | undefined): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text ?? "");
  return match === null
    ? undefined
    : momentOf(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`);
}
