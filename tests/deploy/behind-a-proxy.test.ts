import { afterAll, beforeAll, expect, test } from "vitest";
import { demoPath } from "../../lib/sandbox/protocol/addresses";
import { question } from "../api/chat-body";
import { freePort } from "../support/free-port";
import { guidePages } from "../support/guide-pages";
import { startBuiltSite } from "../support/proxies/built-site";
import { startNginx } from "../support/proxies/nginx";
import type { Service } from "../support/service";
import { ProxiedVisitor, siteUrl } from "./proxied-visitor";

/** What Caddy's `reverse_proxy` adds, to a Host that it passes on. */
const caddy = {
  "X-Forwarded-For": "192.0.2.7",
  "X-Forwarded-Host": "guide.example.com",
  "X-Forwarded-Proto": "https",
};

let site: Service;
let nginx: Service;
let frontUrl: string;

beforeAll(async () => {
  site = await startBuiltSite({ SITE_URL: siteUrl, TRUST_PROXY: "1", MODEL_WORDS_PER_SECOND: "30" });
  const port = await freePort();
  frontUrl = `http://127.0.0.1:${port}`;
  nginx = await startNginx(
    `server { listen 127.0.0.1:${port}; location / { proxy_pass ${site.url.replace("localhost", "127.0.0.1")}; } }`,
    `${frontUrl}/robots.txt`,
  );
}, 60_000);

afterAll(async () => {
  await nginx?.stop();
  await site?.stop();
});

/** How visitors get to the site. */
const ways = [
  ["behind nginx with its defaults", () => new ProxiedVisitor(frontUrl)],
  ["behind Caddy", () => new ProxiedVisitor(site.url, caddy)],
] as const;

test.each(ways)("%s a demo works, and its cookies travel over https only", async (_, visitorOf) => {
  const visitor = visitorOf();
  expect((await visitor.enterSandbox()).status).toBe(200);
  expect((await visitor.signUp()).status).toBe(200);
  expect((await visitor.api("GET", "threads")).status).toBe(200);
  expect((await visitor.call("PUT", "/demo/mistakes", { on: [] })).status).toBe(200);
  expect(visitor.setCookies.length).toBeGreaterThan(1);
  expect(visitor.setCookies.filter((cookie) => !/^__Secure-.*; Secure/i.test(cookie))).toEqual([]);
});

test.each(ways)("%s another site's page is refused", async (_, visitorOf) => {
  const visitor = visitorOf();
  await visitor.enterSandbox();
  for (const origin of ["https://evil.example", "http://guide.example.com", "null"]) {
    const headers = { Origin: origin };
    expect((await visitor.call("POST", "/demo/session", undefined, headers)).status).toBe(403);
    const sent = { email: "a@example.com", password: "x" };
    const path = demoPath("a", "/api/auth/sign-in/email");
    expect((await visitor.call("POST", path, sent, { ...headers, Cookie: cookieOf(visitor) })).status).toBe(
      403,
    );
  }
});

const cookieOf = ({ cookies }: ProxiedVisitor) => [...cookies].map((pair) => pair.join("=")).join("; ");

test.each(ways)(
  "%s the largest traces fit into the headers, and what was written is answered",
  async (_, visitorOf) => {
    const visitor = visitorOf();
    await visitor.enterSandbox();
    await visitor.signUp();
    const { id, ids, statuses } = await visitor.fillThread(24, "ü".repeat(2400));
    expect(new Set(statuses)).toEqual(new Set([201]));
    expect((await visitor.api("DELETE", `threads/${id}/messages`, { ids })).status).toBe(204);
    await visitor.api("GET", `threads?after=${"x".repeat(1400)}`);
    await visitor.api("GET", `auth/verify-email?token=x&callbackURL=/${"%22".repeat(450)}`);
    await visitor.api("POST", "auth/sign-out", {});
    expect(visitor.largest).toBeLessThan(4096);
  },
);

test("no page, and no redirect to the longest address, has 4 KiB of headers", async () => {
  const visitor = new ProxiedVisitor(site.url, { ...caddy, "Accept-Encoding": "br" });
  for (const page of [...(await guidePages(site.url)), "/", "/nothing", "/r/all.json", "/demo/a/chat"]) {
    await visitor.call("GET", page);
  }
  expect((await visitor.call("GET", `/docs/?${"a".repeat(1500)}`)).status).toBe(308);
  expect((await visitor.call("GET", `/docs/?${'"'.repeat(500)}`)).status).toBeLessThan(415);
  expect(visitor.largest).toBeLessThan(4096);
});

test("through nginx an answer of the model comes word by word", async () => {
  const visitor = new ProxiedVisitor(frontUrl);
  await visitor.enterSandbox();
  await visitor.signUp();
  const answer = await visitor.api("POST", "chat", {
    message: question("How do I scope threads by user?"),
  });
  let begun = "";
  for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    begun += text;
    if (begun.includes("text-delta")) break;
  }
  expect(begun).toContain("text-delta");
  expect(begun).not.toContain('"type":"finish"');
});
