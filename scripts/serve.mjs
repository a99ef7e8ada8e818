import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { readPagePolicies } from "../lib/server/built-pages.ts";
import { compressed } from "../lib/server/compressed.ts";
import { demoEntry } from "../lib/server/demo-entry.ts";
import { keepTrustedHeaders } from "../lib/server/forwarded.ts";
import { securityHeaders } from "../lib/server/security-headers.ts";
import { staticFiles } from "../lib/server/static-files.ts";
import { varyOnAccept } from "../lib/server/vary-on-accept.ts";
import { pointAtDemoModel, portMessage, say, stop } from "./prepare.mjs";

// How long a stop waits for answers that are under way.
const patience = 10_000;

/**
 * Serves the built site as `next start` does, with five differences. It alone sees the sockets, so it decides which
 * forwarded headers go on to Next.js, and no answer leaves without its security headers. What is sent is smaller: static
 * files come as the build compressed them, and pages are compressed with Brotli. The demos' API is called without a detour.
 * And when it is told to stop, it lets what is under way finish.
 */
export async function serve({ env, model }) {
  process.env.NODE_ENV = "production";
  const secure = securityHeaders(policiesOfBuild(), env.SITE_URL);
  const serveStatic = staticFiles(".next");
  const compress = compressed();
  let answer;
  const server = createServer((request, response) => {
    keepTrustedHeaders(request, env.TRUST_PROXY);
    secure(request, response);
    varyOnAccept(request, response);
    serveStatic(request, response, () => compress(request, response, () => answer(request, response)));
  });

  // The site asks its own model through a door of its own, which stays open until the last answer is out.
  const modelDoor = createServer((request, response) => answer(request, response));
  if (model === "demo") {
    await once(modelDoor.listen(0, "127.0.0.1"), "listening");
    pointAtDemoModel(modelDoor.address().port);
  }

  const { default: next } = await import("next");
  const app = next({ dev: false, port: env.PORT, hostname: "localhost", httpServer: server, quiet: true });
  await app.prepare();
  const answerAsNext = app.getRequestHandler();
  const answerAsDemo = demoEntry(".next");
  answer = (request, response) => answerAsDemo(request, response, () => answerAsNext(request, response));

  server.once("error", (error) => stop(portMessage(env.PORT, error)));
  await once(server.listen(env.PORT), "listening");
  say(
    `The site answers at ${env.SITE_URL} (${model === "demo" ? "demo model, no key needed" : "OpenAI"}). Ctrl+C stops it.`,
  );
  onStop(() => shutDown([server, modelDoor]));
  await wakeSandboxes(env.PORT);
}

/**
 * Has the template of the sandboxes built, so that the first visitor does not wait for it: a token that opens none is
 * enough. An `instrumentation.ts` could do this too, but with one in the build Next.js takes a tenth longer for each request.
 */
async function wakeSandboxes(port) {
  const response = await fetch(`http://localhost:${port}/demo/mistakes`, {
    headers: { cookie: "sandbox=none" },
  });
  if (response.status !== 428) stop("No sandbox can be made. What the server said stands above.");
}

function policiesOfBuild() {
  try {
    return readPagePolicies(".next");
  } catch (error) {
    stop(`The site cannot be served safely: ${error.message}`);
  }
}

/** Calls back once: at a signal, or when npm is gone. A signal to npm ends the shell between npm and this process, no more. */
function onStop(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && stopOnce(), 250).unref();
  const stopOnce = () => {
    clearInterval(watch);
    for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, stopOnce);
    stop();
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stopOnce);
}

async function shutDown(servers) {
  say("Stopping: what is under way may finish.");
  const overdue = wait(patience, "overdue", { ref: false });
  for (const server of servers) {
    if (!server.listening) continue;
    const closed = once(server, "close");
    server.close();
    // A connection that was busy just now would otherwise be kept for its next request.
    const hangUp = setInterval(() => server.closeIdleConnections(), 50);
    if ((await Promise.race([closed, overdue])) === "overdue") server.closeAllConnections();
    clearInterval(hangUp);
  }
  // The sandboxes close their databases on exit.
  process.exit(0);
}
