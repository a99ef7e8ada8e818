import { once } from "node:events";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test } from "vitest";
import { closeServers } from "./shutdown";

const long = 600_000;

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

test("what is under way finishes, and a new connection is refused meanwhile", async () => {
  const { server, port, answer, finish } = await serveSlowly();
  const closed = closeServers([server], long);
  await expect(once(connect(port, "127.0.0.1"), "connect")).rejects.toThrow("ECONNREFUSED");
  finish();
  expect(await answer.text()).toBe("begun, finished");
  await closed;
});

test("a connection that is kept for a next request holds nothing up", async () => {
  const { server, url } = await serve((_, response) => void response.end("done"));
  await (await fetch(url)).text();
  await closeServers([server], long);
  expect(server.listening).toBe(false);
});

test("what does not finish in time is cut short", async () => {
  const { server, answer } = await serveSlowly();
  await closeServers([server], 1);
  await expect(answer.text()).rejects.toThrow("terminated");
});

test("the second server is open until the first has answered", async () => {
  const model = await serve((_, response) => void response.end("the model's answer"));
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const site = await serve(async (_, response) => {
    response.flushHeaders();
    await held;
    response.end(await (await fetch(model.url)).text());
  });
  const answer = await fetch(site.url);
  const closed = closeServers([site.server, model.server], long);
  release();
  expect(await answer.text()).toBe("the model's answer");
  await closed;
  expect(model.server.listening).toBe(false);
});

test("a server that was never opened is no hindrance", async () => {
  await expect(closeServers([createServer()], long)).resolves.toBeUndefined();
});
