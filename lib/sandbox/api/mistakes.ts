import { z } from "zod";
import { mistakes } from "~/lib/mistakes/mistakes";
import { readBody } from "../http/body";
import { errorResponse, foreignOrigin } from "../http/error-response";
import { isForeign } from "../http/origin";
import { withSandbox } from "../mount/with-sandbox";
import type { SandboxHandle } from "../store/store";

const maxBodyBytes = 4096;

const choice = z.strictObject({ on: z.array(z.enum(mistakes.map(({ name }) => name))) });

/** Answers `GET /demo/mistakes` with the mistakes that are switched on in the visitor's sandbox. */
export function readActiveMistakes({ headers }: Request): Promise<Response> {
  return withSandbox(headers, activeMistakes);
}

/** Answers `PUT /demo/mistakes`: these are on from now on, and no others. */
export async function setActiveMistakes(request: Request): Promise<Response> {
  if (isForeign(request.headers)) return foreignOrigin();

  const body = await readBody(request, maxBodyBytes);
  const chosen = choice.safeParse(body === "too large" ? undefined : await parseJson(body));
  return withSandbox(request.headers, (sandbox) => {
    if (!chosen.success) return invalid();
    sandbox.setActiveMistakes(chosen.data.on);
    return activeMistakes(sandbox);
  });
}

const activeMistakes = (sandbox: SandboxHandle) =>
  Response.json({ on: sandbox.activeMistakes() }, { headers: { "Cache-Control": "no-store" } });

/** The value of a JSON text. It is undefined for any other body. */
const parseJson = (body: Buffer<ArrayBuffer> | undefined): Promise<unknown> =>
  new Response(body).json().catch(() => undefined);

const invalid = () =>
  errorResponse(400, {
    code: "INVALID_BODY",
    message: `Send { "on": […] } with any of ${mistakes.map(({ name }) => name).join(", ")}.`,
  });
