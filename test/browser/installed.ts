import { systemBrowser } from "../../src/platform/person/browser.ts";

/** Chromium or Chrome of this machine. `.ci/run` installs one, and has these tests fail where there is none. */
export const BROWSER = systemBrowser(process.env).find(undefined);
export const REQUIRED = process.env["POC_BROWSER_TESTS"] === "required";
