import { z } from "zod";
import { mistakes } from "~/lib/mistakes/mistakes";
import { readBody } from "./body";
import { isForeign } from "./own-origin";
import { refuse } from "./refusal";
import type { Lease } from "./store";
import { withSandbox } from "./with-sandbox";

const maxBodyBytes = 4096;

const choice = z.strictObject({ on: z.array(z.enum(mistakes.map(({ name }) => name))) });

/** Answers `GET /demo/mistakes` with the mistakes that are switched on in the visitor's sandbox. */
export function readActiveMistakes({ headers }: Request): Promise<Response> {
  return withSandbox(headers, switches);
}

/** Answers `PUT /demo/mistakes`: these are on from now on, and no others. */
export async function setSwitches(request: Request): Promise<Response> {
  if (isForeign(request.headers)) return foreign();

  const body = await readBody(request, maxBodyBytes);
  const chosen = choice.safeParse(body === "too large" ? undefined : parseJson(body));
  return withSandbox(request.headers, (lease) => {
    if (!chosen.success) return invalid();
    lease.setMistakes(chosen.data.on);
    return switches(lease);
  });
}

const switches = (lease: Lease) =>
  Response.json({ on: lease.mistakes() }, { headers: { "Cache-Control": "no-store" } });

function parseJson(body: Buffer | undefined): unknown {
  try {
    return JSON.parse(body?.toString() ?? "");
  } catch {
    return undefined;
  }
}

const foreign = () => refuse(403, { code: "INVALID_ORIGIN", message: "Call this from a page of this site." });

const invalid = () =>
  refuse(400, {
    code: "INVALID_BODY",
    message: `Send { "on": […] } with any of ${mistakes.map(({ name }) => name).join(", ")}.`,
  });
