import * as chatWithoutGate from "~/examples/mistakes/chat-without-gate/app/api/chat/route";
import * as cookieExistenceIsNoSession from "~/examples/mistakes/cookie-existence-is-no-session/app/api/chat/route";
import * as listWithoutWhere from "~/examples/mistakes/list-without-where/app/api/threads/route";
import * as messageWithoutOwnership from "~/examples/mistakes/message-without-ownership/app/api/threads/[id]/messages/route";
import * as patchSpreadsBody from "~/examples/mistakes/patch-spreads-body/app/api/threads/[id]/route";
import * as toolTakesTheUsersId from "~/examples/mistakes/tool-takes-the-users-id/app/api/chat/route";
import { type MistakeName, mistakes, type ServerMistake } from "~/lib/mistakes/mistakes";
import { handlerOf, type Methods } from "./routes";

/** The wrong `route.ts` of each mistake on the server. */
export const mistakenRoutes: Record<ServerMistake, Methods> = {
  "chat-without-gate": chatWithoutGate,
  "list-without-where": listWithoutWhere,
  "message-without-ownership": messageWithoutOwnership,
  "patch-spreads-body": patchSpreadsBody,
  "cookie-existence-is-no-session": cookieExistenceIsNoSession,
  "tool-takes-the-users-id": toolTakesTheUsersId,
};

/** The header that names the mistake that answered, in place of the right file. */
export const mistakesHeader = "x-demo-mistakes";

const replacements = mistakes
  .filter((mistake) => mistake.side === "server")
  .map(({ name, file }) => ({
    name,
    route: file.replace(/^app\/api\/(.*)\/route\.ts$/, "$1"),
    methods: mistakenRoutes[name],
  }));

/** The handler that takes the right one's place. Where two mistakes are about the same file, the first one answers. */
export function mistakenHandler(route: string, method: string, on: MistakeName[]) {
  if (on.length === 0) return undefined;
  const replacement = replacements.find((other) => other.route === route && on.includes(other.name));
  const handler = replacement && handlerOf(replacement.methods, method);
  return handler && { name: replacement.name, handler };
}
