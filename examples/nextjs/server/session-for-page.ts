import "server-only";
import { headers } from "next/headers";
import { auth } from "@/auth";

// #region session-for-page
/**
 * The session for a page to begin with. `undefined` means that it could not be read:
 * the browser then asks for it. It says what to show, and is no gate: what a route
 * gives away, that route must guard.
 */
export async function sessionForPage() {
  const requestHeaders = await headers();
  try {
    const session = await auth.api.getSession({
      headers: requestHeaders,
      // A page cannot set the cookie of a session that it renews.
      query: { disableRefresh: true },
    });
    // What a page hands to the browser stands in its HTML.
    return session && { ...session, session: { ...session.session, token: "" } };
  } catch (error) {
    console.error("The session could not be read for the page:", error);
    return undefined;
  }
}
// #endregion session-for-page
