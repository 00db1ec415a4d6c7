import { Session, type Profiler } from "node:inspector";
import { setFlagsFromString } from "node:v8";

const SOURCES = /\/src\/(?!platform\/)[\w/-]+\.ts$/;

/** Those that V8 uses by default; it has Maglev too, but only since Node 22. */
const COMPILERS = ["opt", "sparkplug", ...(Number.parseInt(process.versions.node, 10) >= 22 ? ["maglev"] : [])];

export interface WorkCounter {
  /**
   * How often functions of the sources and the blocks in them ran during `act`: the same number on every machine, and
   * nothing in the sources has to count. V8 counts, as it does for coverage. Loops of the language itself (a spread,
   * `includes`) are not among them.
   */
  count(act: () => Promise<unknown>): Promise<number>;
  end(): Promise<void>;
}

/** To begin takes V8 a walk over all that the process holds, so one counter counts for a whole file of tests. */
export async function workCounter(): Promise<WorkCounter> {
  // Optimised code calls without counting.
  for (const compiler of COMPILERS) setFlagsFromString(`--no-${compiler}`);
  const session = new Session();
  session.connect();
  const post = <T>(method: string, params: object = {}) =>
    new Promise<T>((resolve, reject) => {
      session.post(method, params, (error: Error | null, result?: object) =>
        error === null ? resolve(result as T) : reject(error),
      );
    });
  await post("Profiler.enable");
  await post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  /** What ran since it was asked last. */
  const taken = async () => {
    const { result } = await post<Profiler.TakePreciseCoverageReturnType>("Profiler.takePreciseCoverage");
    return result
      .filter(({ url }) => SOURCES.test(url))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
      .reduce((sum, count) => sum + count, 0);
  };
  return {
    async count(act) {
      await taken();
      await act();
      return taken();
    },
    async end() {
      await post("Profiler.stopPreciseCoverage");
      session.disconnect();
      // Test files share a process: what comes after this one would run four times slower.
      for (const compiler of COMPILERS) setFlagsFromString(`--${compiler}`);
    },
  };
}
