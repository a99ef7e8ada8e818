import type { MistakeName } from "~/lib/mistakes/mistakes";
import type { AttackName } from "./attacks";
import type { Row } from "./page/rows";

/** Which checks a mistake breaks: these and no others. What is wrong in the browser no server's answer shows. */
export const brokenBy: Record<MistakeName, readonly AttackName[]> = {
  "chat-without-gate": ["gate-chat", "sign-out"],
  "list-without-where": ["isolation", "pages"],
  "message-without-ownership": ["ownership", "input"],
  "patch-spreads-body": ["mass-assignment", "input"],
  "no-reload-on-auth": [],
  "reload-is-not-isolation": [],
  "unchecked-response": [],
  "cookie-existence-is-no-session": ["gate-chat", "sign-out"],
  "tool-takes-the-users-id": ["tools"],
};

/** Whether a row of the checklist cannot hold while these mistakes are on. */
export function isExpectedToFail({ attacks }: Pick<Row, "attacks">, on: readonly string[]): boolean {
  const names = attacks.map(({ name }) => name);
  return Object.entries(brokenBy).some(
    ([mistake, broken]) => on.includes(mistake) && broken.some((name) => names.includes(name)),
  );
}
