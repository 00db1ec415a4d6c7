import type { Format, HoursRow } from "../format.ts";
import { ImportFault, type ImportProblem } from "../import-problem.ts";
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
    const problems: ImportProblem[] = [];
    const rows: HoursRow[] = [];
    let open = 0;
    for (const item of root.items) {
      if (!(item instanceof JsonMap)) throw new ImportFault("found an interval that is no object");
      const { line } = item;
      const [start, end] = [basicMoment(item.text("start")), basicMoment(item.text("end"))];
      if (item.at("end") === undefined) open++;
      else if (start === undefined || end === undefined || end < start)
        problems.push({ line, message: "found an interval whose start and end are no moments in order" });
      else {
        const tags = item.list("tags").filter((tag) => typeof tag === "string");
        const hours = { digits: BigInt(Math.round((end - start) / 3600)), scale: 3 };
        if (hours.digits > 0n)
          rows.push({
            epochMs: start,
            hours,
            people: 1,
            meeting: false,
            what: tags.join(", ") || undefined,
            labels: { tag: tags },
          });
      }
    }
    if (rows.length === 0 && problems.length === 0 && open === 0) problems.push({ message: "found no intervals" });
    return {
      read: {
        kind: "hours",
        rows,
        notes: open === 0 ? [] : [`${open} still running, which is left out: stop it and import again`],
        leftOut: ["annotations"],
      },
      problems,
    };
  },
};

/** `20261005T070000Z` */
function basicMoment(text: string | undefined): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text ?? "");
  return match === null
    ? undefined
    : momentOf(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`);
}
