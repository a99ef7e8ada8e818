import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { dropUntrustedHeaders } from "./forwarded-headers";

function seenWith(proxies: number, headers: Record<string, string>, remoteAddress = "10.0.0.1") {
  const request = new IncomingMessage(
    Object.defineProperty(new Socket(), "remoteAddress", { value: remoteAddress }),
  );
  Object.assign(request.headers, headers);
  dropUntrustedHeaders(request, proxies);
  return request.headers;
}

test("without a proxy, only the socket is believed", () => {
  const headers = seenWith(0, {
    "x-forwarded-for": "192.0.2.1",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-port": "443",
    forwarded: "for=192.0.2.1",
    host: "guide.example.com",
  });
  expect(headers).toEqual({ "x-forwarded-for": "10.0.0.1", host: "guide.example.com" });
});

test.each([
  [1, "192.0.2.7", "192.0.2.7"],
  // The visitor wrote the first one.
  [1, "192.0.2.1, 192.0.2.7", "192.0.2.7"],
  [2, "192.0.2.1, 192.0.2.7, 10.0.0.2", "192.0.2.7"],
  [2, "192.0.2.7", "192.0.2.7"],
  [1, "", "10.0.0.1"],
])("behind %i proxies, %s came from %s", (proxies, sent, address) => {
  const headers = seenWith(proxies, { "x-forwarded-for": sent, "x-forwarded-host": "guide.example.com" });
  expect(headers["x-forwarded-for"]).toBe(address);
  expect(headers["x-forwarded-host"]).toBe("guide.example.com");
});
