import type { HashesResult, TermsHash } from "../../app/agreement/read-hashes.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { instantText } from "../../domain/scalars/instant.ts";
import { paragraph } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** Each state of the terms with its hash, what the entry says of it, and what its time-stamp token says. */
export function hashesAnswer({ hashes, holds, standing }: HashesResult, style: Style): string {
  const agreed = hashes.at(-2);
  const verdict =
    standing.started === undefined
      ? line`Nothing is frozen yet; poc start freezes the terms with this hash.`
      : holds
        ? line`${style.paint("good", line`Everything that was recorded is as it is calculated.`)}`
        : style.paint("bad", line`An entry was changed, or two branches amended without knowing of each other.`);
  return linesText([
    ...hashes.flatMap((hash) => hashLines(hash, agreed, style)),
    EMPTY,
    verdict,
    ...paragraph(line`docs/freeze.md says what a hash proves, and how to make it with other tools.`, style, 0, "faint"),
  ]);
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
  const said = `${what} ${longDateLabel(entry.date)}, ${who.name}`;
  return [
    line`${style.text(said)} ${style.paint("name", style.text(entry.id))}`,
    line`  ${value}`,
    ...recordedLines(hash, style),
    ...stampLines(hash, style),
  ];
}

function recordedLines({ entry, recorded, expected }: TermsHash, style: Style): readonly Safe[] {
  const of = entry?.start === undefined ? "the hash that it changes from" : "its own hash";
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
