import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { question } from "../api/chat-body";
import { freePort } from "../support/free-port";
import { startCaddy } from "../support/proxies/caddy";
import { readWith } from "../support/proxies/config-file";
import { startNginx } from "../support/proxies/nginx";
import type { Service } from "../support/service";
import { outcomeOf, readReport, runVerifier } from "../support/verifier";
import { Visitor } from "../support/visitor";

// Each proxy has the file that the guide shows, but for names, ports and certificates.

const logs = mkdtempSync(join(tmpdir(), "example-proxies-"));
const log = join(logs, "chat.log");

const proxies = {
  nginx: (port: number, app: string) =>
    startNginx(
      readWith("examples/deploy/nginx.conf", [
        ["listen 80;", `listen unix:${logs}/plain;`],
        ["listen 443 ssl;", `listen 127.0.0.1:${port};`],
        ["    ssl_certificate     /etc/letsencrypt/live/chat.example.com/fullchain.pem;\n", ""],
        ["    ssl_certificate_key /etc/letsencrypt/live/chat.example.com/privkey.pem;\n", ""],
        ["/var/log/nginx/chat.log", log],
        ["127.0.0.1:3000", app],
      ]),
      `http://127.0.0.1:${port}/api/auth/ok`,
    ),
  Caddy: (port: number, app: string) =>
    startCaddy(
      readWith("examples/deploy/Caddyfile", [
        ["chat.example.com {", `http://127.0.0.1:${port} {`],
        ["127.0.0.1:3000", app],
      ]),
      `http://127.0.0.1:${port}/api/auth/ok`,
    ),
};

interface Behind {
  /** The app, for browsers that know it under this address. */
  startApp(address: string): Promise<Service>;
  /** Where its model is. */
  modelUrl(): string;
}

/** What holds for the app behind each of the two. */
export function testBehindProxies({ startApp, modelUrl }: Behind) {
  afterAll(() => rmSync(logs, { recursive: true }));

  describe.each(["nginx", "Caddy"] as const)("behind %s", (name) => {
    let url: string;
    let app: Service;
    let proxy: Service;

    beforeAll(async () => {
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      app = await startApp(url);
      proxy = await proxies[name](port, new URL(app.url).host);
    });

    afterAll(async () => {
      await proxy?.stop();
      await app?.stop();
    });

    test("everything holds", async () => {
      const { stdout } = await runVerifier([url, "--json"]);
      expect(outcomeOf(readReport(stdout))).toEqual({ fails: [], skipped: [], faults: [], problem: null });
    }, 180_000);

    test("an answer comes piece by piece, and a reader who leaves ends it at the model", async () => {
      const visitor = await signedUp(url);
      const asked = `[hold] behind ${name}`;
      const leaving = new AbortController();
      const answer = await visitor.call("POST", "/api/chat", {
        body: { message: question(asked) },
        signal: leaving.signal,
      });
      let begun = "";
      for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        begun += text;
        // The model holds the rest back until somebody asks for it, and nobody does.
        if (begun.includes("text-delta")) break;
      }
      expect(begun).toContain("text-delta");
      leaving.abort();
      const aborted = async () =>
        (await fetch(`${modelUrl()}/aborted?question=${encodeURIComponent(asked)}`)).text();
      await expect.poll(aborted, { timeout: 20_000 }).toBe("1");
    });

    test("two visitors are counted as two, and an address that one writes is not believed", async () => {
      const tries = async (from: string, address?: (at: number) => string) => {
        const statuses = [];
        for (let at = 1; at <= 4; at++) statuses.push(await signInFrom(from, url, address?.(at)));
        return statuses;
      };
      const limited = [401, 401, 401, 429];
      expect(await tries("127.0.0.2")).toEqual(limited);
      // One writes another address each time, and one that of the first visitor.
      expect(await tries("127.0.0.3", (at) => `203.0.113.${at}`)).toEqual(limited);
      expect(await tries("127.0.0.4", () => "127.0.0.2")).toEqual(limited);
    });
  });

  test("nginx logs no query, in which there may be a token", async () => {
    expect(readFileSync(log, "utf8")).toContain("POST /api/auth/sign-in/email 429");
    expect(readFileSync(log, "utf8")).not.toMatch(/[?]|localId|limit=/);
  });
}

/** A sign-in that fails, at an account of its own, from this address of the machine. Its status. */
async function signInFrom(localAddress: string, url: string, forwardedFor?: string) {
  const request = httpRequest(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    localAddress,
    headers: {
      Origin: url,
      "Content-Type": "application/json",
      ...(forwardedFor && { "X-Forwarded-For": forwardedFor }),
    },
  });
  request.end(JSON.stringify({ email: `${crypto.randomUUID()}@example.com`, password: "a-wrong-password" }));
  const [response] = (await once(request, "response")) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

/** better-auth allows three sign-ups in ten seconds from one address, and the verifier has just made some. */
async function signedUp(url: string) {
  const visitor = new Visitor(url);
  await expect
    .poll(
      () =>
        visitor.signUp("Alice").then(
          () => true,
          () => false,
        ),
      { timeout: 30_000, interval: 1000 },
    )
    .toBe(true);
  return visitor;
}
