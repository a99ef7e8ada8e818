import { once } from "node:events";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { closeServer } from "./shutdown";

const long = 600_000;
/** The door closes at once, and answers have all the time that they need. */
const atOnce = { graceMs: 0, timeoutMs: long };

async function serve(answer: RequestListener) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { server, port, url: `http://127.0.0.1:${port}` };
}

/** A server whose answer is under way, and does not end by itself. */
async function serveSlowly() {
  const responses: ServerResponse[] = [];
  const site = await serve((_, response) => {
    responses.push(response);
    response.write("begun, ");
  });
  const answer = await fetch(site.url);
  const finish = () => responses.forEach((response) => void response.end("finished"));
  return { ...site, answer, finish };
}

async function open(port: number) {
  const socket = connect(port, "127.0.0.1").setEncoding("utf8");
  await once(socket, "connect");
  return socket;
}

/** The answer to a request on a connection that may be used again. */
async function ask(socket: Socket): Promise<string> {
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  let answer = "";
  while (!answer.endsWith("done\r\n0\r\n\r\n")) {
    const [chunk] = await Promise.race([once(socket, "data"), once(socket, "close").then(() => [null])]);
    if (chunk === null) throw new Error(`The connection ended after ${JSON.stringify(answer)}`);
    answer += chunk;
  }
  return answer;
}

const done: RequestListener = (_, response) => {
  response.write("done");
  response.end();
};

test("what is under way finishes, and a new connection is refused meanwhile", async () => {
  const { server, port, answer, finish } = await serveSlowly();
  const closed = closeServer(server, atOnce);
  await vi.waitUntil(() => !server.listening);
  await expect(open(port)).rejects.toThrow("ECONNREFUSED");
  finish();
  expect(await answer.text()).toBe("begun, finished");
  await closed;
});

test("for a moment it goes on taking connections, and ends each with its answer", async () => {
  const { server, port } = await serve(done);
  void closeServer(server, { graceMs: long, timeoutMs: long });
  const socket = await open(port);
  expect(await ask(socket)).toContain("Connection: close");
  await once(socket, "close");
  server.close();
});

test("a request that comes on a kept connection after the door has closed is answered, as its last", async () => {
  const { server, port } = await serve(done);
  const socket = await open(port);
  expect(await ask(socket)).toContain("Connection: keep-alive");
  const closed = closeServer(server, atOnce);
  await vi.waitUntil(() => !server.listening);
  expect(await ask(socket)).toContain("Connection: close");
  await once(socket, "close");
  await closed;
});

test("a kept connection that stays silent runs out", async () => {
  const { server, port } = await serve(done);
  Object.assign(server, { keepAliveTimeout: 1, keepAliveTimeoutBuffer: 1 });
  const socket = await open(port);
  await ask(socket);
  const ended = once(socket, "close");
  await closeServer(server, atOnce);
  await ended;
});

test("what does not finish in time is cut short", async () => {
  const { server, answer } = await serveSlowly();
  await closeServer(server, { graceMs: long, timeoutMs: 1 });
  await expect(answer.text()).rejects.toThrow("terminated");
});

test("a server that was never opened is no hindrance", async () => {
  await expect(closeServer(createServer(), atOnce)).resolves.toBeUndefined();
});
