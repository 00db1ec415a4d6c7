import { configDefaults, defineConfig } from "vitest/config";

// Hosts differ in time zone; the suite must not. A far-off zone shows at once where code leans on the host's.
process.env["TZ"] = "Pacific/Kiritimati";
delete process.env["NO_COLOR"];
delete process.env["FORCE_COLOR"];

const WHOLE_CRASH_RUN = process.env["POC_CRASH"] === "full";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // These take minutes, and belong to the nightly `npm run test:crash`.
    exclude: [...configDefaults.exclude, ...(WHOLE_CRASH_RUN ? [] : ["test/crash/*-commands.test.ts"])],
    globalSetup: ["test/support/temporary-folder.ts"],
    pool: "forks",
    // No test replaces a module or keeps state in one, so files of a worker may share what they load: a minute less.
    isolate: false,
    // Both cores of a small machine; by itself vitest would leave one of them idle.
    maxWorkers: "100%",
    setupFiles: ["test/support/properties.ts"],
    // Ends only what hangs: no test is judged by a clock, and properties stop themselves.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { requireAssertions: true },
  },
});
