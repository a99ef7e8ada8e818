import { CheckAborted, CheckSkipped, RunAborted } from "../aborted";
import { inWords } from "../answer";
import { valueAt } from "../json";
import type { User } from "../transport";
import type { Account, NodeTransport } from "./node-transport";
import { keepSecret, keepSecretsOf } from "./print";

/** Finds two users for the run: new ones, or those whose cookies were given. */
export async function findUsers(transport: NodeTransport, cookies: [string, string] | undefined) {
  const [a, b] = cookies
    ? [enterWith(transport, "user A", cookies[0]), enterWith(transport, "user B", cookies[1])]
    : [await signUp(transport, "user A"), await signUp(transport, "user B")];
  for (const user of [a, b]) user.id = await askId(transport, user);
  if (a.id === b.id) {
    throw new RunAborted("--cookie-a and --cookie-b are the same user's. Give two users'.");
  }
  return { a, b };
}

/** Signs a user in once more, with a session of its own that may be ended. */
export function spareSession(transport: NodeTransport, user: User): Promise<User> {
  const account = transport.accounts.get(user);
  if (account) return authenticate(transport, account, "sign-in");
  throw new CheckSkipped("it would end your own session; sign-out is tried with accounts made here");
}

function signUp(transport: NodeTransport, name: string) {
  const email = `verify-${crypto.randomUUID()}@example.com`;
  return authenticate(transport, { name, email, password: crypto.randomUUID() }, "sign-up");
}

function enterWith(transport: NodeTransport, name: string, cookies: string) {
  keepSecretsOf(cookies);
  const user: User = { name, id: "", signedIn: undefined };
  transport.enter(user, cookies);
  return user;
}

async function authenticate(transport: NodeTransport, account: Account, how: "sign-in" | "sign-up") {
  const { name, email, password } = account;
  keepSecret(password);
  const answer = await transport.send({
    method: "POST",
    path: `${transport.paths.auth}/${how}/email`,
    body: { email, password, ...(how === "sign-up" && { name }) },
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
  const cookies = answer.setCookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  keepSecretsOf(cookies);
  const user: User = { name, id: "", signedIn: answer };
  transport.enter(user, cookies, how === "sign-up" ? account : undefined);
  return user;
}

async function askId(transport: NodeTransport, user: User) {
  const path = `${transport.paths.auth}/get-session`;
  const answer = await transport.send({ method: "GET", path, as: user });
  const id = valueAt(answer.json, "user", "id");
  if (typeof id === "string" || typeof id === "number") return id;
  const remedy = user.signedIn
    ? "The cookie that sign-up set is not taken for a session."
    : "Copy the Cookie header anew from the browser's dev tools, under Network.";
  throw new RunAborted(`${inWords(answer)}, without a session for ${user.name}. ${remedy}`);
}
