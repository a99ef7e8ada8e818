import * as chatWithoutGate from "~/examples/mistakes/chat-without-gate/app/api/chat/route";
import * as cookieExistenceIsNoSession from "~/examples/mistakes/cookie-existence-is-no-session/app/api/chat/route";
import * as listWithoutWhere from "~/examples/mistakes/list-without-where/app/api/threads/route";
import * as messageWithoutOwnership from "~/examples/mistakes/message-without-ownership/app/api/threads/[id]/messages/route";
import * as patchSpreadsBody from "~/examples/mistakes/patch-spreads-body/app/api/threads/[id]/route";
import type { routes } from "~/lib/sandbox/routes";
import type { ServerMistake } from "./mistakes";

/** The wrong `route.ts` of each mistake on the server: what its methods are, in place of the right ones. */
export const mistakenRoutes: Record<ServerMistake, (typeof routes)[string]> = {
  "chat-without-gate": chatWithoutGate,
  "list-without-where": listWithoutWhere,
  "message-without-ownership": messageWithoutOwnership,
  "patch-spreads-body": patchSpreadsBody,
  "cookie-existence-is-no-session": cookieExistenceIsNoSession,
};
