import { expect, inject, test } from "vitest";
import { fuzz } from "../support/sockets/fuzz";
import { sendRaw } from "../support/sockets/raw-request";

const { site } = inject("addresses");
const { host } = new URL(site);

const send = (line: string, ...headers: string[]) =>
  sendRaw(site, [`${line} HTTP/1.1`, `Host: ${host}`, "Connection: close", ...headers, "", ""].join("\r\n"));

test.each([
  ["GET /docs/%ff", 400],
  ["GET /demo/a/api/threads/%zz", 400],
  ["GET /raw/examples/%ff", 400],
  ["GET /docs/%00", 400],
  ["OPTIONS *", 400],
  ["GET http://evil.example/docs", 400],
  ["GET //evil.example/docs", 400],
  ["GET /\\evil.example", 400],
  [`GET /docs/?${"a".repeat(3000)}`, 414],
  ["TRACE /docs", 405],
  ["TRACE /demo/a/api/threads", 405],
  ["PROPFIND /_next/image", 405],
  ["CONNECT evil.example:443", 405],
  ["POST /docs.rsc", 405],
  ["DELETE /llms.txt", 405],
  ["GET /_next/image?url=%2Ficon.svg&w=64&q=75", 404],
  ["GET /_global-error", 404],
])("%s is %i, with the headers that every answer has", async (line, status) => {
  const { outcome, head } = await send(line);
  expect(outcome).toBe(status);
  expect(head).toMatch(/^x-content-type-options: nosniff/im);
});

test("a method that nobody takes is answered with those that somebody takes", async () => {
  expect((await send("TRACE /docs")).head).toMatch(
    /^Allow: GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE\r$/m,
  );
  expect((await send("PUT /docs")).head).toMatch(/^Allow: GET, HEAD, OPTIONS\r$/m);
});

test("who asks for another protocol gets the page in this one", async () => {
  const { outcome } = await sendRaw(
    site,
    `GET /docs HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  );
  expect(outcome).toBe(200);
});

test("a form for a server action, of which the site has none, is refused", async () => {
  const body = '--x\r\nContent-Disposition: form-data; name="1_$ACTION_ID_x"\r\n\r\n[]\r\n--x--';
  const { outcome } = await sendRaw(
    site,
    `POST /docs HTTP/1.1\r\nHost: ${host}\r\nNext-Action: 40c0ffee\r\nContent-Type: multipart/form-data; boundary=x\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
  );
  expect(outcome).toBe(405);
});

test("every one of 500 broken or hostile requests is answered, and none with 5xx", async () => {
  expect((await fuzz(site, 500, 1)).failures).toEqual([]);
});
