import { inWords, valueAt } from "../answer";
import { type App, RunAborted } from "../app";
import { CheckAborted } from "../findings";
import type { User } from "../request";
import { ignoreAborted } from "../threads";
import { keepSecret, keepSecretsOf } from "./print";

/** Brings a user into the app: a new one, or the one whose cookies were given. */
export async function enter(app: App, user: User, cookies?: string) {
  if (!cookies) {
    const account = { email: `verify-${crypto.randomUUID()}@example.com`, password: crypto.randomUUID() };
    await authenticate(app, user, "sign-up", account);
  } else {
    keepSecretsOf(cookies);
    user.cookies = cookies;
  }
  const answer = await app.probe({ method: "GET", path: `${app.paths.auth}/get-session`, as: user });
  const id = valueAt(answer.json, "user", "id");
  if (typeof id !== "string" && typeof id !== "number") {
    const remedy = user.signedIn
      ? "The cookie that sign-up set is not taken for a session."
      : "Copy the Cookie header anew from the browser's dev tools, under Network.";
    throw new RunAborted(`${inWords(answer)}, without a session for ${user.name}. ${remedy}`);
  }
  user.id = id;
}

/** Gives a user a session. */
export async function authenticate(
  app: App,
  user: User,
  how: "sign-in" | "sign-up",
  account: Required<User>["account"],
) {
  const { name } = user;
  keepSecret(account.password);
  const answer = await app.probe({
    method: "POST",
    path: `${app.paths.auth}/${how}/email`,
    body: how === "sign-up" ? { ...account, name } : account,
    sender: `for ${name}`,
  });
  if (answer.status !== 200) {
    const message = valueAt(answer.json, "message");
    const problem = `${inWords(answer)}.${message ? ` It says: ${message}` : ""}`;
    if (how === "sign-in") throw new CheckAborted(problem);
    throw new RunAborted(
      `${problem} Allow sign-up by e-mail, or sign two users in and give --cookie-a and --cookie-b.`,
    );
  }
  if (answer.setCookies.length === 0) {
    throw new RunAborted(
      `${inWords(answer)}, but no session: it may want the address verified first. Sign two users in and give --cookie-a and --cookie-b.`,
    );
  }
  user.cookies = answer.setCookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  keepSecretsOf(user.cookies);
  user.signedIn = answer;
  user.account = account;
}

/** Deletes the accounts that were made, if the app lets users delete themselves, and gives those that are left. */
export async function deleteAccounts(app: App) {
  const left: string[] = [];
  for (const as of [app.a, app.b]) {
    // Only an account that was made for the run has a password here.
    if (!as.account) continue;
    const { email, password } = as.account;
    const request = { method: "POST", path: `${app.paths.auth}/delete-user`, as, body: { password } };
    const answer = await app.probe(request).catch(ignoreAborted);
    if (valueAt(answer?.json, "message") !== "User deleted") left.push(email);
  }
  return left;
}
