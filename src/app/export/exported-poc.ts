import type { Replay } from "../../domain/standing/replay.ts";
import type { Standing } from "../../domain/standing/standing.ts";

/** A PoC as the tables of an export are made from it. */
export interface ExportedPoc {
  /** By which every table names the PoC: `acme/retrieval/pocs/search`, the repository and the place in it. */
  readonly key: string;
  /** The repository, by the name that it was given or by that of its folder. */
  readonly source: string;
  /** Path of the folder within the repository, with forward slashes; "" where it is the root itself. */
  readonly place: string;
  readonly standing: Standing;
  /** The verdicts day by day. */
  readonly replayed: Replay;
}
