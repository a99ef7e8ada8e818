import { expect, onTestFinished, test } from "vitest";
import { demoPath } from "../../lib/sandbox/protocol/addresses";
import { startSite } from "../support/site";
import { askUntilRefused } from "../support/sockets/kept-connection";
import { Visitor } from "../support/visitor";

/** Clients that ask at a time, and answers that they have before the server is told to stop. */
const clients = 16;
const warm = 400;

test("a stop under load loses no request, neither on a connection that is kept nor on a new one", async () => {
  const site = await startSite({}, [process.execPath, "server/start.ts"]);
  onTestFinished(site.stop);
  const visitor = new Visitor(site.url, demoPath("a"));
  await visitor.enterSandbox();
  await visitor.signUp("Alice");
  const cookie = visitor.cookies("/api/threads");
  const { host } = new URL(site.url);

  let answers = 0;
  const onAnswer = () => {
    answers += 1;
    if (answers === warm) process.kill(site.pid, "SIGTERM");
  };
  const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`;
  const paths = ["/robots.txt", demoPath("a", "/api/threads"), "/docs/setup", "/api/search?query=thread"];
  const reports = await Promise.all(
    Array.from({ length: clients }, (_, at) =>
      askUntilRefused(site.url, request(paths[at % paths.length] ?? ""), onAnswer),
    ),
  );
  expect(answers).toBeGreaterThan(warm);
  expect(reports.map(({ lost }) => lost)).toEqual(reports.map(() => 0));
  expect(await site.ended).toEqual({ code: 0, signal: null });
});
