import { errorResponse } from "../http/error-response";
import { type Simulation, simulateHeader, simulations } from "../protocol/simulation";

const foreignOrigin = "https://evil.example";

/** The simulation that a request asks for, if any. The error if there is no such simulation. */
export function readSimulation(headers: Headers): Simulation | undefined | Response {
  const asked = headers.get(simulateHeader);
  if (asked === null) return undefined;
  return simulations.find((simulation) => simulation === asked) ?? noSuchSimulation();
}

/** Rewrites, in place, a request's headers to those of a request that another site's page sends. */
export function simulateForeignOrigin(headers: Headers) {
  headers.set("origin", foreignOrigin);
  headers.set("referer", `${foreignOrigin}/`);
  headers.set("sec-fetch-site", "cross-site");
}

const noSuchSimulation = () =>
  errorResponse(400, {
    code: "NO_SUCH_SIMULATION",
    message: `Send ${simulateHeader} with one of ${simulations.join(", ")}, or leave it out.`,
  });
