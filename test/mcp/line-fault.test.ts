import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lineFault } from "../../src/mcp/line-fault.ts";
import { packageRoot } from "../../src/platform/assets.ts";

/** Lines of a client that are no messages: each is answered, and none is waited for. */
const LINES: readonly (readonly [line: string, code: number | undefined, id?: string | number])[] = [
  ["garbage", -32_700],
  ['{"jsonrpc":"2.0","id":1,"method":', -32_700],
  ["\u0000", -32_700],
  ['[{"jsonrpc":"2.0","id":1,"method":"ping"}]', -32_600],
  ["[]", -32_600],
  ["42", -32_600],
  ["null", -32_600],
  ["{}", -32_600],
  ['{"id":7,"method":"ping"}', -32_600, 7],
  ['{"id":"a","method":"ping"}', -32_600, "a"],
  ['{"jsonrpc":"1.0","id":8,"method":"ping"}', -32_600, 8],
  ['{"jsonrpc":"2.0","id":9}', -32_600, 9],
  ['{"jsonrpc":"2.0","id":10,"method":5}', -32_600, 10],
  ['{"jsonrpc":"2.0","id":11,"method":"ping","params":5}', -32_600, 11],
  ['{"jsonrpc":"2.0","id":{"a":1},"method":"ping"}', -32_600],
  ['{"jsonrpc":"2.0","id":null,"method":"ping"}', -32_600],
  // The id of an answer is one of the server's.
  ['{"id":12,"result":{}}', -32_600],
  ['{"jsonrpc":"2.0","id":13,"method":"ping"}', undefined],
  ['{"jsonrpc":"2.0","id":14,"method":"no/such"}', undefined],
  ['{"jsonrpc":"2.0","method":"notifications/initialized"}', undefined],
  ['{"jsonrpc":"2.0","id":15,"result":{}}', undefined],
];

test.each(LINES.map(([line, code, id]) => ({ line, code, id })))("$line", ({ line, code, id }) => {
  const fault = lineFault(line);
  expect([fault?.code, fault?.id]).toEqual([code, id]);
});

test("the server answers each of them, goes on, and prints nothing on standard error", async () => {
  const { PATH = "" } = process.env;
  const server = spawn(process.execPath, [join(packageRoot(), "dist/poc.cjs"), "mcp"], {
    cwd: join(packageRoot(), "examples/retrieval-poc"),
    env: { PATH, HOME: "/nowhere", POC_AUTHOR: "Ana Ruiz <ana@example.com>" },
  });
  let [out, err] = ["", ""];
  const answered = new Promise<void>((resolve) => {
    server.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('"id":99')) resolve();
    });
  });
  server.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const bad = LINES.filter(([, code]) => code !== undefined);
  for (const [line] of bad) server.stdin.write(`${line}\n`);
  const last = '{"jsonrpc":"2.0","id":99,"method":"ping"}\n';
  server.stdin.write(last.slice(0, 20));
  server.stdin.write(last.slice(20));
  await answered;
  server.stdin.end("cut off");
  await once(server, "close");
  const answers = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id?: string | number; error?: { code: number } });
  expect(answers.filter(({ error }) => error !== undefined).map(({ id, error }) => [error?.code, id])).toEqual([
    ...bad.map(([, code, id]) => [code, id]),
    [-32_700, undefined],
  ]);
  expect(err).toBe("");
});
