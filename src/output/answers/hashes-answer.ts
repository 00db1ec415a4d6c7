import type { HashesResult, TermsHash } from "../../app/agreement/read-hashes.ts";
import type { LogEdit } from "../../app/agreement/committed-log.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { instantText } from "../../domain/scalars/instant.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { recountClause } from "../../wording/imports/case-clauses.ts";
import { paragraph } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import { namedAs } from "../../wording/people.ts";
import type { Style } from "../terminal/style.ts";

/**
 * Each state of the terms with its hash, what the entry says of it, and what its time-stamp token says; then what the
 * files of cases and the commits say of the log.
 */
export function hashesAnswer(result: HashesResult, style: Style): string {
  const { hashes, holds, termsHold, standing } = result;
  const agreed = hashes.at(-2);
  const verdicts = [
    ...(termsHold
      ? []
      : [style.paint("bad", line`An entry was changed, or two branches amended the same terms independently.`)]),
    ...(termsHold && !holds ? [style.paint("bad", line`The log differs from what was recorded.`)] : []),
    ...(holds && standing.started !== undefined
      ? [style.paint("good", line`Every recorded hash matches its calculation.`)]
      : []),
    ...(standing.started === undefined
      ? [line`Nothing is frozen yet; poc start freezes the terms with this hash.`]
      : []),
  ];
  return linesText([
    ...hashes.flatMap((hash) => hashLines(hash, agreed, style)),
    ...caseLines(result, style),
    ...gitLines(result.committed, style),
    EMPTY,
    ...verdicts,
    ...paragraph(
      line`docs/freeze.md says what a hash proves, and how to calculate it with other tools.`,
      style,
      0,
      "faint",
    ),
  ]);
}

/** A line for each result or baseline that differs from its file of cases, and one line for all the others. */
function caseLines({ cases, lost }: HashesResult, style: Style): readonly Safe[] {
  if (cases.length + lost.length === 0) return [];
  const faults = cases.flatMap(({ entry, result, fault }) =>
    fault === undefined
      ? []
      : [{ entry, text: `${result.eval}: ${result.cases?.file ?? ""}, ${recountClause(fault)}` }],
  );
  const same = cases.length - faults.length;
  return [
    line`Files of cases, counted again`,
    ...lost.map(
      ({ item, file, fault }) =>
        line`  ${bad(`${item.id}: the baseline in ${file}, ${recountClause({ code: fault })}`, style)}`,
    ),
    ...faults.map(({ entry, text }) => line`  ${style.paint("name", style.text(entry))} ${bad(text, style)}`),
    ...(same === 0 ? [] : [faint(`${countLabel(same, "result")} as in the log`, style)]),
  ];
}

const EDITS: Readonly<Record<LogEdit["how"], string>> = {
  gone: "is committed and gone",
  "other-text": "is committed with another text",
  "removed-by-commit": "was removed by a commit",
  "edited-by-commit": "was edited by a commit",
};

function gitLines(committed: HashesResult["committed"], style: Style): readonly Safe[] {
  if (committed === undefined) return [];
  const { edits, uncommitted, shallow } = committed;
  return [
    line`The log, as git has it`,
    ...edits.map(({ file, how }) => line`  ${bad(`${file} ${EDITS[how]}`, style)}`),
    faint(
      `${countLabel(committed.committed, "entry", "entries")} committed` +
        (uncommitted === 0 ? "" : `, ${uncommitted} not yet: an edit of those would not show`) +
        (shallow ? "; the clone has only the newest commits" : ""),
      style,
    ),
  ];
}

function bad(text: string, style: Style): Safe {
  return style.paint("bad", style.text(text));
}

function faint(text: string, style: Style): Safe {
  return line`  ${style.paint("faint", style.text(text))}`;
}

function hashLines(hash: TermsHash, agreed: TermsHash | undefined, style: Style): readonly Safe[] {
  const { entry, sha256 } = hash;
  const value = style.paint("strong", style.text(sha256));
  if (entry === undefined) {
    const same = agreed?.entry === undefined ? "" : agreed.sha256 === sha256 ? ", as agreed" : ", which is drift";
    return [line`The files now${style.text(same)}`, line`  ${value}`];
  }
  const what = entry.start === undefined ? "Amended" : "Started";
  const who = entry.amend === undefined ? entry.by : entry.amend.approver;
  const said = `${what} ${longDateLabel(entry.date)}, ${namedAs(who, entry)}`;
  return [
    line`${style.text(said)} ${style.paint("name", style.text(entry.id))}`,
    line`  ${value}`,
    ...recordedLines(hash, style),
    ...stampLines(hash, style),
  ];
}

function recordedLines({ entry, recorded, expected }: TermsHash, style: Style): readonly Safe[] {
  const of = entry?.start === undefined ? "the hash before the change" : "its own hash";
  if (recorded === undefined)
    return [line`  ${style.paint("faint", line`recorded without a hash, by hand or by an older version`)}`];
  if (recorded === expected) return [line`  ${style.paint("faint", style.text(`${of}, as recorded: the same`))}`];
  return [
    line`  ${style.paint("bad", style.text(`${of}, as recorded: ${recorded}`))}`,
    line`  ${style.paint("bad", style.text(`calculated from the log: ${expected ?? "none"}`))}`,
  ];
}

function stampLines({ stamp, sha256, entry }: TermsHash, style: Style): readonly Safe[] {
  if (stamp === undefined) return [];
  if (!stamp.ok) return [line`  ${style.paint("bad", style.text(`time stamp: ${stamp.why}`))}`];
  const { token } = stamp;
  if (token.sha256 !== sha256)
    return [line`  ${style.paint("bad", style.text(`time stamp: it stamps another hash, ${token.sha256}`))}`];
  const at = instantText({ epochMs: token.epochMs, offset: entry?.at.offset ?? 0 });
  const said = `time stamp: ${at}, signed by ${token.authority}`;
  return [
    line`  ${style.paint("good", style.text(`${said}, certified by ${token.issuer}`))}`,
    line`  ${style.paint("faint", line`the signature holds; whether to trust that authority is yours to judge`)}`,
  ];
}
