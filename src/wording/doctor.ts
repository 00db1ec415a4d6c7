/** What `poc doctor` looks at, as people call it. */
export const EXAMINED_LABELS = {
  node: "Node",
  git: "git",
  identity: "you",
  zone: "time zone",
  clock: "clock",
  terminal: "terminal",
  browser: "browser",
  organisation: "organisation",
  templates: "templates",
  poc: "PoC",
  "write-access": "writes to",
} as const;
