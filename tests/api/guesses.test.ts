import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startExample } from "../support/example";
import { Visitor } from "../support/visitor";

type Example = Awaited<ReturnType<typeof startExample>>;

const signIn = "/api/auth/sign-in/email";
const right = "a-long-enough-password";
const wrong = "not-the-password";

/** How many wrong passwords are looked at for one account. */
const limit = 10;

/** A sign-in that claims to come from an address that no other one comes from. */
let sent = 0;
function guess(url: string, email: string, password = wrong) {
  const address = `10.9.${++sent >> 8}.${sent & 255}`;
  return new Visitor(url).call("POST", signIn, {
    body: { email, password },
    headers: { "X-Forwarded-For": address },
  });
}

const statusOf = async (answer: Promise<Response>) => (await answer).status;

async function statuses(count: number, answer: () => Promise<Response>) {
  const found = [];
  for (let at = 0; at < count; at++) found.push(await statusOf(answer()));
  return found;
}

const repeated = (status: number, count: number) => Array<number>(count).fill(status);

const tooMany = [...repeated(401, limit), ...repeated(429, 20 - limit)];

describe("behind a proxy, by the account:", () => {
  let app: Example;
  beforeAll(async () => {
    app = await startExample({ OPENAI_API_KEY: "for-tests" });
  }, 300_000);
  afterAll(() => app.stop());

  const newAccount = async () => (await new Visitor(app.url).signUp("Alice")).email;
  const nobody = async () => `nobody-${crypto.randomUUID()}@example.com`;

  const rows = () => {
    const database = new Database(app.database);
    const all = database.prepare("select * from guesses").all();
    database.close();
    return all;
  };

  /** Lets a time pass for every count. */
  function later(minutes: number) {
    const database = new Database(app.database);
    database.prepare("update guesses set expires_at = expires_at - ?").run(minutes * 60_000);
    database.close();
  }

  test.each([
    ["an account", newAccount],
    ["an address that has no account", nobody],
  ])("of twenty guesses at %s, each from another address, ten are looked at", async (_, emailOf) => {
    const email = await emailOf();
    expect(await statuses(20, () => guess(app.url, email))).toEqual(tooMany);
  });

  test.each([
    ["an account", newAccount],
    ["an address that has no account", nobody],
  ])("no more are looked at when the guesses at %s come at once", async (_, emailOf) => {
    const email = await emailOf();
    const found = await Promise.all(Array.from({ length: 20 }, () => statusOf(guess(app.url, email))));
    expect(found.sort()).toEqual(tooMany);
  });

  test("the answer is the same with and without an account, and says what to do and when", async () => {
    const answers = [];
    for (const email of [await newAccount(), await nobody()]) {
      await statuses(limit, () => guess(app.url, email));
      const answer = await guess(app.url, email);
      expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(14 * 60);
      expect(Number(answer.headers.get("Retry-After"))).toBeLessThanOrEqual(15 * 60);
      answers.push(await answer.json());
    }
    expect(answers[0]).toEqual({
      code: "TOO_MANY_GUESSES",
      message: expect.stringContaining("Try again in 15 minutes."),
    });
    expect(answers[1]).toEqual(answers[0]);
  });

  test("then the right password does not help, however the address is written, and a session goes on", async () => {
    const visitor = new Visitor(app.url);
    const { email } = await visitor.signUp("Alice");
    await statuses(limit, () => guess(app.url, email));
    expect(await statusOf(guess(app.url, email, right))).toBe(429);
    expect(await statusOf(guess(app.url, email.toUpperCase(), right))).toBe(429);
    expect((await visitor.call("GET", "/api/threads")).status).toBe(200);
  });

  test("another account is untouched", async () => {
    const [alice, bob] = [await newAccount(), await newAccount()];
    await statuses(limit + 1, () => guess(app.url, alice));
    expect(await statusOf(guess(app.url, bob, right))).toBe(200);
  });

  test("a right password begins the count anew", async () => {
    const email = await newAccount();
    for (let round = 0; round < 2; round++) {
      expect(await statuses(limit - 1, () => guess(app.url, email))).toEqual(repeated(401, limit - 1));
      expect(await statusOf(guess(app.url, email, right))).toBe(200);
    }
  });

  test("a password that is too long is no way to begin the count anew", async () => {
    const email = await newAccount();
    await statuses(limit, () => guess(app.url, email));
    await guess(app.url, email, "x".repeat(1000));
    expect(await statusOf(guess(app.url, email))).toBe(429);
  });

  test("guesses in the meantime do not make the time longer, and after it the account is open", async () => {
    const email = await newAccount();
    await statuses(limit, () => guess(app.url, email));
    later(14);
    const refused = await guess(app.url, email);
    expect(Number(refused.headers.get("Retry-After"))).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({ message: expect.stringContaining("in 1 minute.") });
    later(1);
    expect(await statusOf(guess(app.url, email, right))).toBe(200);
  });

  test("no count is kept for longer than it holds, and none has an address in it", async () => {
    const email = await nobody();
    await guess(app.url, email);
    expect(JSON.stringify(rows())).not.toContain(email);
    later(15);
    await guess(app.url, await nobody());
    expect(rows()).toHaveLength(1);
  });

  test("a body without an address is no guess", async () => {
    const call = () => new Visitor(app.url).call("POST", signIn, { body: { password: wrong } });
    expect(await statuses(limit + 1, call)).toEqual(repeated(400, limit + 1));
  });
});

test("reached directly, the app believes no address that a visitor writes, and says so at its start", async () => {
  const app = await startExample({ OPENAI_API_KEY: "for-tests", TRUSTED_ADDRESS_HEADER: "" });
  try {
    expect(app.output()).toMatch(/^TRUSTED_ADDRESS_HEADER is missing.*$/m);
    // Each guess is at another account.
    const call = () => guess(app.url, `${crypto.randomUUID()}@example.com`);
    expect(await statuses(6, call)).toEqual([401, 401, 401, 429, 429, 429]);
  } finally {
    await app.stop();
  }
}, 300_000);
