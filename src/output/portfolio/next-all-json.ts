import type { NextOfAll } from "../../app/portfolio/next-of-all.ts";
import type { ActionJson } from "../json/next-json.ts";
import { relativeFolder } from "../json/relative-folder.ts";
import type { NotReadJson } from "./list-json.ts";

/** What waits for people in all PoCs of a portfolio. */
export interface NextAllJson {
  /** The most pressing first. */
  readonly acts: readonly WaitingActJson[];
  /** How many PoCs were looked at. */
  readonly pocs: number;
  readonly not_read: readonly NotReadJson[];
}

export interface WaitingActJson {
  /** Of the PoC, relative to the current directory: the command is to be typed there. */
  readonly folder: string;
  readonly title: string;
  readonly action: ActionJson;
}

/** @param cwd absolute, as the paths of the PoCs */
export function nextAllJson({ acts, pocs, notRead }: NextOfAll<ActionJson>, cwd: string): NextAllJson {
  return {
    acts: acts.map(({ path, title, told }) => ({ folder: relativeFolder(cwd, path), title, action: told })),
    pocs,
    not_read: notRead.map(({ path, why }) => ({ folder: relativeFolder(cwd, path), why })),
  };
}
