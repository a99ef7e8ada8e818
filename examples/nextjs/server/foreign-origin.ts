import "server-only";
import { auth } from "@/auth";
import { errorResponse } from "./error-response";

// #region origin
/**
 * Refuses a write that a page of another site sends with a visitor's cookie.
 * `isTrustedOrigin` is the check that better-auth makes on its own routes, so
 * `trustedOrigins` in auth.ts governs both. A request without `Origin` comes from a
 * script or from curl, unless the browser says that it is cross-site.
 */
export async function refuseForeignOrigin(request: Request) {
  const origin = request.headers.get("origin");
  // better-auth has no endpoint for this check. `$context` is its documented way in.
  const context = await auth.$context;
  const isForeign = origin
    ? !context.isTrustedOrigin(origin)
    : request.headers.get("sec-fetch-site") === "cross-site";

  if (!isForeign) return null;
  return errorResponse(403, {
    code: "INVALID_ORIGIN",
    message:
      "Send this from the app's own origin, or add yours to trustedOrigins in auth.ts.",
  });
}
// #endregion origin
