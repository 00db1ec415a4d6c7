// Only in the whole run: the commands that write several files. A file of their own, so that both cores have work.
import { FILE_COMMANDS } from "./commands.ts";
import { tryEveryCallOf } from "./every-call.ts";

tryEveryCallOf(FILE_COMMANDS);
