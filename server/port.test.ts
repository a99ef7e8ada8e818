import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { checkPort, listen } from "./port";
import { StartError } from "./terminal";

async function someServer() {
  const server = createServer().listen(0);
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return { server, port: (server.address() as AddressInfo).port };
}

test.each([
  ["when the start looks", checkPort],
  ["by the time the site is built", (port: number) => listen(createServer(), port)],
])("a port that is taken %s is named, and another is proposed", async (_, ask) => {
  const { port } = await someServer();
  await expect(ask(port)).rejects.toThrow(
    new StartError(`Port ${port} is taken. Choose another, for instance PORT=${port + 1}.`),
  );
});

test("a port that the start has looked at can be listened on", async () => {
  const { server, port } = await someServer();
  await once(server.close(), "close");
  await checkPort(port);
  await listen(server, port);
  expect(server.address()).toMatchObject({ port });
});

test("why a port cannot be used is said", async () => {
  await expect(listen(createServer(), 70_000)).rejects.toThrow(/^Port 70000 cannot be used: /);
});
