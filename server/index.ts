import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type BuiltAnswer, readBuiltPages } from "./adapter.ts";
import { refuseBadRequest } from "./bad-requests.ts";
import { buildFolder } from "./build/build-site.ts";
import { builtAnswers } from "./built-answers.ts";
import { compression } from "./compression.ts";
import { type PagePolicies, readPagePolicies } from "./headers/content-security-policy.ts";
import { dropUntrustedHeaders } from "./headers/forwarded-headers.ts";
import { securityHeaders } from "./headers/security-headers.ts";
import { varyOnAccept } from "./headers/vary-on-accept.ts";
import { metrics } from "./operator/metrics.ts";
import { type Done, logLine, observed } from "./operator/observe.ts";
import { readiness, tryOutSandbox } from "./operator/readiness.ts";
import { operatorRoutes } from "./operator/routes.ts";
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
  answers: BuiltAnswer[];
  policies: PagePolicies;
  siteUrl: string;
  /** How many reverse proxies stand in front. */
  proxies: number;
}

/**
 * Prepares a request for `answer`, which is Next.js' own handler, and adds to the answer. This server alone sees the
 * sockets, so it decides which forwarded headers go on, and no answer leaves without its security headers. Answers are
 * small: what the build made comes as the build compressed it, and the rest is compressed with Brotli.
 */
export function requestListener(
  { build, answers, policies, siteUrl, proxies }: Site,
  answer: RequestListener,
) {
  const secure = securityHeaders(policies, siteUrl);
  const serveStatic = staticFiles(build);
  const serveBuilt = builtAnswers(build, answers);
  const compress = compression();

  return (request: IncomingMessage, response: ServerResponse) => {
    dropUntrustedHeaders(request, proxies);
    // The first listener for the headers runs last, so the security headers win.
    secure(request, response);
    varyOnAccept(request, response);
    // They come whole. A part of a compressed file helps nobody, and one that ends before it begins stops the server.
    delete request.headers.range;
    refuseBadRequest(request, response, () =>
      serveStatic(request, response, () =>
        serveBuilt(request, response, () => compress(request, response, () => answer(request, response))),
      ),
    );
  };
}

/** A server that answers every request in the same way, also one that asks for a tunnel or for another protocol. */
function createSiteServer(listener: RequestListener) {
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
  const { answers } = readBuiltPages(buildFolder);
  const site = { build: buildFolder, answers, policies, siteUrl: env.SITE_URL, proxies: env.TRUST_PROXY };
  const meter = env.METRICS_TOKEN ? metrics(env.METRICS_TOKEN) : undefined;
  const observers = [
    ...(meter ? [meter.observe] : []),
    ...(env.LOG === "json" ? [(done: Done) => void process.stdout.write(`${logLine(done)}\n`)] : []),
  ];
  // Then standard output is the log's alone, and what Next.js says goes beside it.
  if (env.LOG === "json") console.log = console.error;
  let isReady = async () => false;
  const operator = { isReady: () => isReady(), answerMetrics: meter?.answer };
  const listener = requestListener(
    site,
    operatorRoutes(operator, (request, response) => answer(request, response)),
  );
  const server = createSiteServer(observed(listener, observers, env.TRUST_PROXY > 0));

  // The site asks its own model through a server of its own, which is there until the last answer is out. So does this
  // start, before anybody else can ask.
  const ownServer = createServer((request, response) => answer(request, response));
  await once(ownServer.listen(0, "127.0.0.1"), "listening");
  const { port: ownPort } = ownServer.address() as AddressInfo;
  const ownSite = `http://127.0.0.1:${ownPort}`;
  if (model === "demo") pointAtDemoModel(ownPort);

  // Loaded only now, because it reads the environment.
  const { default: next } = await import("next");
  const app = next({ dev: false, port: env.PORT, hostname: "localhost", httpServer: server, quiet: true });
  await app.prepare();
  answer = app.getRequestHandler();
  await checkSandboxes(ownSite, env.DATA_DIR);

  isReady = readiness(ownSite);

  await listen(server, env.PORT);
  const modelName = model === "demo" ? "demo model, no key needed" : "OpenAI";
  say(`The site answers at ${env.SITE_URL} (${modelName}). Ctrl+C stops it.`);
  onStop(async () => {
    say("Stopping: what is under way may finish.");
    isReady = async () => false;
    await closeServer(server, { graceMs, timeoutMs });
    // The answers that asked the model are out. The sandboxes close their databases on exit.
    process.exit(0);
  });
}

/**
 * Tries a sandbox out, so that no start says it answers while its demos cannot. It also has the template built, for which
 * the first visitor would wait. An `instrumentation.ts` could do this too, but Next.js takes a tenth longer for each
 * request with one.
 */
async function checkSandboxes(site: string, folder: string) {
  const status = await tryOutSandbox(site);
  if (status < 400) return;
  throw new StartError(
    status === 507
      ? `DATA_DIR (${folder}) cannot be used: its disk is read-only, or has less than DISK_MIN_FREE_BYTES left.`
      : "No sandbox can be made. What the server said stands above.",
  );
}
