import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** A comment as GitHub keeps it. */
export interface FakeComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string };
}

/** The calls of GitHub's API that the action makes, on localhost. */
export interface FakeGitHub {
  readonly url: string;
  readonly comments: FakeComment[];
  /** `POST /repos/acme/pocs/issues/7/comments`, in order. */
  readonly calls: string[];
  /** From now on, what only reads is answered and what writes is refused with this status. */
  refuse(status: number): void;
  close(): void;
}

const BOT = "github-actions[bot]";

export async function fakeGitHub(token: string): Promise<FakeGitHub> {
  const comments: FakeComment[] = [];
  const calls: string[] = [];
  let refused: number | undefined;
  const server: Server = createServer((request, response) => {
    void reply(request, response);
  });
  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [status, body] = await answer(request);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }
  async function answer(request: IncomingMessage): Promise<readonly [number, unknown]> {
    const { method = "", url = "", headers } = request;
    calls.push(`${method} ${url}`);
    if (headers.authorization !== `Bearer ${token}`) return [401, { message: "Bad credentials" }];
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const list = pathname === "/repos/acme/pocs/issues/7/comments";
    const one = /^\/repos\/acme\/pocs\/issues\/comments\/(\d+)$/.exec(pathname)?.[1];
    if (method === "GET" && list) {
      const [page, each] = [Number(searchParams.get("page")), Number(searchParams.get("per_page"))];
      return [200, comments.slice((page - 1) * each, page * each)];
    }
    if (refused !== undefined) return [refused, { message: "Resource not accessible by integration" }];
    const { body } = JSON.parse(await textOf(request)) as { readonly body: string };
    if (body.length > 65_536) return [422, { message: "Body is too long" }];
    if (method === "POST" && list) {
      const comment = { id: comments.length + 1, body, user: { login: BOT } };
      comments.push(comment);
      return [201, comment];
    }
    const found = comments.find(({ id }) => String(id) === one);
    if (method !== "PATCH" || found === undefined) return [404, { message: "Not Found" }];
    found.body = body;
    return [200, found];
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    comments,
    calls,
    refuse: (status) => void (refused = status),
    close: () => void server.close(),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
