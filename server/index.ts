import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { mistakesUrl, sessionUrl } from "../lib/sandbox/protocol/addresses.ts";
import { refuseBadRequest } from "./bad-requests.ts";
import { buildFolder } from "./build/build-site.ts";
import { compression } from "./compression.ts";
import { type PagePolicies, readPagePolicies } from "./headers/content-security-policy.ts";
import { dropUntrustedHeaders } from "./headers/forwarded-headers.ts";
import { securityHeaders } from "./headers/security-headers.ts";
import { varyOnAccept } from "./headers/vary-on-accept.ts";
import { listen } from "./port.ts";
import { pointAtDemoModel, type Settings } from "./settings.ts";
import { closeServer, onStop } from "./shutdown.ts";
import { staticFiles } from "./static-files.ts";
import { StartError, say } from "./terminal.ts";

/** How long a stop goes on taking connections, and how long it waits for answers that are under way. */
const graceMs = 1000;
const timeoutMs = 10_000;

interface Site {
  build: string;
  policies: PagePolicies;
  siteUrl: string;
  /** How many reverse proxies stand in front. */
  proxies: number;
}

/**
 * Prepares a request for `answer`, which is Next.js' own handler, and adds to the answer. This server alone sees the
 * sockets, so it decides which forwarded headers go on, and no answer leaves without its security headers. Answers are
 * small: static files come as the build compressed them, and pages are compressed with Brotli.
 */
export function requestListener({ build, policies, siteUrl, proxies }: Site, answer: RequestListener) {
  const secure = securityHeaders(policies, siteUrl);
  const serveStatic = staticFiles(build);
  const compress = compression();

  return (request: IncomingMessage, response: ServerResponse) => {
    dropUntrustedHeaders(request, proxies);
    // The first listener for the headers runs last, so the security headers win.
    secure(request, response);
    varyOnAccept(request, response);
    refuseBadRequest(request, response, () =>
      serveStatic(request, response, () => compress(request, response, () => answer(request, response))),
    );
  };
}

/** A server that answers every request in the same way, also one that asks for a tunnel or for another protocol. */
export function createSiteServer(listener: RequestListener) {
  const server = createServer({ shouldUpgradeCallback: () => false }, listener);
  // Node.js hands this over as a bare socket, and closes it if nobody takes it.
  server.on("connect", (request, socket) => {
    const response = new ServerResponse(request);
    response.assignSocket(socket as Socket);
    response.shouldKeepAlive = false;
    response.on("finish", () => socket.end());
    listener(request, response);
  });
  return server;
}

/** Serves the built site until it is told to stop. Then it lets the answers finish that are under way. */
export async function serve({ env, model }: Settings) {
  Object.assign(process.env, { NODE_ENV: "production" });
  const policies = readPagePolicies(buildFolder);
  let answer: RequestListener = (_, response) => response.writeHead(503).end();
  const site = { build: buildFolder, policies, siteUrl: env.SITE_URL, proxies: env.TRUST_PROXY };
  const server = createSiteServer(requestListener(site, (request, response) => answer(request, response)));

  // The site asks its own model through a server of its own, which is there until the last answer is out. So does this
  // start, before anybody else can ask.
  const ownServer = createServer((request, response) => answer(request, response));
  await once(ownServer.listen(0, "127.0.0.1"), "listening");
  const { port: ownPort } = ownServer.address() as AddressInfo;
  if (model === "demo") pointAtDemoModel(ownPort);

  // Loaded only now, because it reads the environment.
  const { default: next } = await import("next");
  const app = next({ dev: false, port: env.PORT, hostname: "localhost", httpServer: server, quiet: true });
  await app.prepare();
  answer = app.getRequestHandler();
  await tryOutSandbox(`http://127.0.0.1:${ownPort}`, env.DATA_DIR);

  await listen(server, env.PORT);
  const modelName = model === "demo" ? "demo model, no key needed" : "OpenAI";
  say(`The site answers at ${env.SITE_URL} (${modelName}). Ctrl+C stops it.`);
  onStop(async () => {
    say("Stopping: what is under way may finish.");
    await closeServer(server, { graceMs, timeoutMs });
    // The answers that asked the model are out. The sandboxes close their databases on exit.
    process.exit(0);
  });
}

/**
 * Makes a sandbox, reads it and removes it, so that no start says it answers while its demos cannot. It also has the
 * template built, for which the first visitor would wait. An `instrumentation.ts` could do this too, but Next.js takes a
 * tenth longer for each request with one.
 */
async function tryOutSandbox(site: string, folder: string) {
  const made = await fetch(site + sessionUrl, { method: "POST" });
  // As many as there may be: then they can be made.
  if (made.status === 429 || made.status === 503) return;
  const cookie = made.headers
    .getSetCookie()
    .map((header) => header.split(";", 1)[0])
    .join("; ");
  const read = made.ok ? await fetch(site + mistakesUrl, { headers: { cookie } }) : made;
  const removed = read.ok ? await fetch(site + sessionUrl, { method: "DELETE", headers: { cookie } }) : read;
  if (removed.ok) return;
  throw new StartError(
    removed.status === 507
      ? `DATA_DIR (${folder}) cannot be used: its disk is read-only, or has less than DISK_MIN_FREE_BYTES left.`
      : "No sandbox can be made. What the server said stands above.",
  );
}
