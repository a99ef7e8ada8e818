import { hash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { installMeter } from "../../lib/operator/meter.ts";
import type { Done } from "./observe.ts";

const digest = (text: string) => hash("sha256", text, "buffer");

/** Counts what happens, and answers `GET /metrics` for whoever brings the operator's token. */
export function metrics(token: string) {
  const registers = [new Registry()];
  const [registry] = registers;
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "guide_http_request_duration_seconds",
    help: "Requests by method, route and status, and how long each took to its end.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const events = new Counter({
    name: "guide_sandbox_events_total",
    help: "Sandboxes that were made, and that were evicted or have expired.",
    labelNames: ["event"],
    registers,
  });
  const refusals = new Counter({
    name: "guide_refusals_total",
    help: "Requests into sandboxes that were refused, by the code of the error.",
    labelNames: ["code"],
    registers,
  });
  const modelCalls = new Counter({
    name: "guide_model_calls_total",
    help: "Requests that ask the language model, by route.",
    labelNames: ["route"],
    registers,
  });
  let counts = () => ({ sandboxes: 0, openDatabases: 0 });
  new Gauge({
    name: "guide_sandboxes",
    help: "Sandboxes that there are.",
    registers,
    collect() {
      this.set(counts().sandboxes);
    },
  });
  new Gauge({
    name: "guide_open_databases",
    help: "Databases of sandboxes that are open.",
    registers,
    collect() {
      this.set(counts().openDatabases);
    },
  });
  installMeter({
    sandbox: (event) => events.inc({ event }),
    refused: (code) => refusals.inc({ code }),
    askedModel: (route) => modelCalls.inc({ route }),
    watch: (ask) => {
      counts = ask;
    },
  });

  return {
    observe: ({ method, route, status, seconds }: Done) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    async answer({ headers }: IncomingMessage, response: ServerResponse) {
      const sent = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
      if (!timingSafeEqual(digest(sent), digest(token))) {
        return response.writeHead(401, { "WWW-Authenticate": "Bearer" }).end();
      }
      const text = await registry?.metrics();
      response.writeHead(200, { "Content-Type": registry?.contentType }).end(text);
    },
  };
}
