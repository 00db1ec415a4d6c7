// Only in the whole run: the commands that record an entry or render a document.
import { ENTRY_COMMANDS } from "./commands.ts";
import { tryEveryCallOf } from "./every-call.ts";

tryEveryCallOf(ENTRY_COMMANDS);
