import { CheckAborted } from "../aborted";
import type { App } from "../app";
import { deleteThreads } from "../delete-threads";
import { valueAt } from "../json";
import type { User } from "../transport";
import type { Account, NodeTransport } from "./node-transport";
import { say } from "./print";

/** Deletes the threads that were made, and the accounts if the app lets users delete themselves. Says what is left. */
export async function cleanUp(app: App, { accounts }: NodeTransport) {
  const { left: threads } = await deleteThreads(app);
  const left = threads > 0 ? [`${threads} ${threads === 1 ? "thread" : "threads"}`] : [];
  for (const [user, account] of accounts) {
    if (!(await deleteAccount(app, user, account))) left.push(`the account ${account.email}`);
  }
  if (left.length > 0) say(`Left in your app, because it does not delete them: ${left.join(", ")}.`);
}

async function deleteAccount({ paths, transport }: App, user: User, { password }: Account) {
  const path = `${paths.auth}/delete-user`;
  const request = { method: "POST", path, as: user, body: { password } };
  const answer = await transport.send(request).catch((error) => {
    if (!(error instanceof CheckAborted)) throw error;
  });
  return valueAt(answer?.json, "message") === "User deleted";
}
