import { describe, expect, test } from "vitest";
import { showsLinks } from "../../src/cli/shows-links.ts";

const KITTY = { KITTY_WINDOW_ID: "1" };

describe("terminals that show links", () => {
  test.each<[Readonly<Record<string, string>>, boolean]>([
    [{}, false],
    [{ TERM: "xterm-256color" }, false],
    [{ WT_SESSION: "5a1f" }, true],
    [{ TERM_PROGRAM: "iTerm.app" }, true],
    [{ TERM_PROGRAM: "WezTerm" }, true],
    [{ TERM_PROGRAM: "vscode" }, true],
    [{ TERM_PROGRAM: "ghostty" }, true],
    [{ TERM_PROGRAM: "Apple_Terminal" }, false],
    [{ VTE_VERSION: "7200" }, true],
    [{ VTE_VERSION: "5002" }, true],
    [{ VTE_VERSION: "5000" }, false],
    [{ VTE_VERSION: "4999" }, false],
    [{ VTE_VERSION: "new" }, false],
    [KITTY, true],
    [{ TERM: "xterm-kitty" }, true],
    [{ TERM: "alacritty" }, true],
    [{ KONSOLE_VERSION: "230805" }, true],
    [{ DOMTERM: "version=3" }, true],
    [{ KITTY_WINDOW_ID: "" }, false],
    [{ ...KITTY, TERM: "tmux-256color" }, false],
    [{ ...KITTY, TERM: "screen" }, false],
    [{ ...KITTY, TERM: "dumb" }, false],
    [{ ...KITTY, NO_COLOR: "1" }, false],
    [{ ...KITTY, NO_COLOR: "" }, true],
    [{ ...KITTY, CI: "true" }, false],
    [{ FORCE_HYPERLINK: "1" }, true],
    [{ FORCE_HYPERLINK: "1", TERM: "screen" }, true],
    [{ ...KITTY, FORCE_HYPERLINK: "0" }, false],
    [{ ...KITTY, FORCE_HYPERLINK: "false" }, false],
    [{ ...KITTY, FORCE_HYPERLINK: "" }, true],
    [{ FORCE_HYPERLINK: "1", CI: "1" }, false],
    [{ FORCE_HYPERLINK: "1", NO_COLOR: "1" }, false],
    [{ FORCE_HYPERLINK: "1", TERM: "dumb" }, false],
  ])("%j: %s", (env, shown) => {
    expect(showsLinks(env, true)).toBe(shown);
    expect(showsLinks(env, false)).toBe(false);
  });
});
