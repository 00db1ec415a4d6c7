import { TEMPLATE_FOLDER } from "../../domain/records/records.ts";
import type { Context, Folder } from "../ports/ports.ts";

/**
 * Whether a PoC may have gates, checklists or templates beside those that ship: a folder of its own, or one that an
 * organisation named. It only looks, because `poc check` asks every time.
 */
export function hasOwnLibrary({ env, files }: Pick<Context, "env" | "files">, poc: Folder): boolean {
  return poc.kind(TEMPLATE_FOLDER) !== undefined || namesLibrary({ env, files });
}

/** Whether the environment, or a configuration of the user, may name the folder of an organisation. */
export function namesLibrary({ env, files }: Pick<Context, "env" | "files">): boolean {
  const { POC_TEMPLATES, XDG_CONFIG_HOME, HOME } = env;
  if (POC_TEMPLATES !== undefined && POC_TEMPLATES !== "") return true;
  const config = XDG_CONFIG_HOME?.startsWith("/") === true ? XDG_CONFIG_HOME : HOME && `${HOME}/.config`;
  return config !== undefined && config !== "" && files.findUp(`${config}/poc`, "config.yaml") === `${config}/poc`;
}
