import { auth } from "@/auth";
import { errorResponse } from "./error-response";

// #region origin
/**
 * Refuses a write that another site has a visitor's browser send. better-auth does
 * this for its own routes; asking it here keeps one setting, `trustedOrigins`, in
 * charge of both. A request without `Origin` comes from no page of another site (a
 * script on a server, or curl), unless the browser itself says that it does.
 */
export async function refuseForeignOrigin(request: Request) {
  const origin = request.headers.get("origin");
  const context = await auth.$context;
  const foreign = origin
    ? !context.isTrustedOrigin(origin)
    : request.headers.get("sec-fetch-site") === "cross-site";

  if (!foreign) return null;
  return errorResponse(403, {
    code: "INVALID_ORIGIN",
    message:
      "Send this from the app's own origin, or add yours to trustedOrigins in auth.ts.",
  });
}
// #endregion origin
