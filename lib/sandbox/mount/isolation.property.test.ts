import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import { seedUsers } from "../protocol/seed-users";
import { Visitor } from "../testing/visitor";

// Many visitors, two users each, everything at once: whose row is it? Fewer databases may be open than there are
// visitors, so that they also close and open all the time.

await vi.hoisted(async () => {
  const { testSettings } = await import("../testing/settings");
  return testSettings({ REQUESTS_PER_MINUTE: "1000000", SANDBOX_MAX_OPEN: "3" });
});
const visitors = 8;
const browsers = ["a", "b"];

/** One user of one visitor, and what must be theirs. */
interface Person {
  visitor: Visitor;
  browser: string;
  name: string;
  threads: Map<string, string>;
}

const people: Person[] = [];

beforeAll(async () => {
  for (let number = 0; number < visitors; number++) {
    const visitor = new Visitor();
    await visitor.start();
    for (const [index, browser] of browsers.entries()) {
      const email = seedUsers[index]?.email ?? "";
      expect((await visitor.signIn(browser, email)).status).toBe(200);
      const person = { visitor, browser, name: `${number}-${email}`, threads: new Map<string, string>() };
      for (const thread of await list(person)) person.threads.set(thread.id, thread.title);
      people.push(person);
    }
  }
}, 60_000);

const call = ({ visitor, browser }: Person, path: string, method?: string, body?: unknown) =>
  visitor.call(browser, path, method, body);

async function list(person: Person): Promise<{ id: string; title: string }[]> {
  return (await call(person, "threads")).json();
}

let count = 0;

const actions = {
  async create(person: Person) {
    const localId = `${person.name}-${count++}`;
    const { id } = await (await call(person, "threads", "POST", { localId })).json();
    person.threads.set(id, localId);
    expect((await call(person, `threads/${id}`, "PATCH", { title: localId })).status).toBe(200);
  },
  async write(person: Person) {
    const localId = `${person.name}-${count++}`;
    const { id } = await (await call(person, "threads", "POST", { localId })).json();
    person.threads.set(id, localId);
    const message = { id: "m", parent_id: null, format: "ai-sdk/v6", content: says(localId) };
    await call(person, `threads/${id}`, "PATCH", { title: localId });
    expect((await call(person, `threads/${id}/messages`, "POST", message)).status).toBe(201);
    expect(await (await call(person, `threads/${id}/messages`)).json()).toEqual([message]);
  },
  async list(person: Person) {
    for (const { id } of await list(person)) expect(person.threads.has(id)).toBe(true);
  },
  async trespass(person: Person, other: Person) {
    // The seeded threads have the same ids in every sandbox; those of the other user do not exist here.
    const ids = [...other.threads.keys()].filter((id) => !person.threads.has(id));
    const id = ids.at(-1);
    if (!id) return;
    expect((await call(person, `threads/${id}`)).status).toBe(404);
    expect((await call(person, `threads/${id}`, "PATCH", { title: "mine" })).status).toBe(404);
    expect((await call(person, `threads/${id}/messages`)).status).toBe(404);
    expect((await call(person, `threads/${id}`, "DELETE")).status).toBe(404);
  },
  async whoAmI(person: Person) {
    const { user } = await (await call(person, "auth/get-session")).json();
    expect(person.name.endsWith(user.email)).toBe(true);
  },
};

const says = (text: string) => ({ role: "user", parts: [{ type: "text", text }] });

const who = fc.nat(visitors * browsers.length - 1);
const step = fc.record({
  who,
  other: who,
  action: fc.constantFrom("create", "write", "list", "trespass", "whoAmI"),
});

function personAt(index: number) {
  const person = people[index];
  if (!person) throw new Error(`There is no person ${index}.`);
  return person;
}

test("no row crosses from one visitor to another, or from one user to the other", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      await Promise.all(
        steps.map(({ who, other, action }) => actions[action](personAt(who), personAt(other))),
      );
      for (const person of people) {
        const rows = await list(person);
        expect(rows).toHaveLength(Math.min(person.threads.size, 50));
        for (const { id, title } of rows) expect(title).toBe(person.threads.get(id));
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
