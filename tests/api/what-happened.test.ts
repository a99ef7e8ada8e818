import { beforeAll, describe, expect, inject, test } from "vitest";
import type { DatabasePage } from "~/lib/sandbox/protocol/table-page";
import { readTrace } from "~/lib/sandbox/protocol/trace";
import { seedThreads } from "~/lib/sandbox/store/seed-threads";
import { Visitor } from "../support/visitor";
import { question } from "./chat-body";

const { site, example } = inject("addresses");

interface SignedIn {
  visitor: Visitor;
  id: string;
  email: string;
}

async function signedIn(browser: string, beside?: Visitor): Promise<SignedIn> {
  const visitor = beside?.beside(`/demo/${browser}`) ?? new Visitor(site, `/demo/${browser}`);
  if (!beside) await visitor.enterSandbox();
  return { visitor, ...(await visitor.signUp("Carol")) };
}

const headerOf = (response: Response) => response.headers.get("x-demo-trace") ?? "";
const traceOf = (response: Response) => readTrace(headerOf(response));

/** The site's own requests about a sandbox have no browser in their path. */
const ask = (visitor: Visitor, method: string, path: string, body?: unknown) =>
  fetch(site + path, {
    method,
    headers: { Cookie: visitor.cookies("/api"), Origin: site },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

let carol: SignedIn;
beforeAll(async () => {
  carol = await signedIn("a");
});

describe("the trace", () => {
  test("leads from the cookie to the user's own rows", async () => {
    const response = await carol.visitor.call("GET", "/api/threads");
    const trace = traceOf(response);
    expect(trace).toMatchObject({
      browser: "a",
      method: "GET",
      path: "/api/threads",
      status: 200,
      session: { userId: carol.id, email: carol.email },
    });
    expect(trace.cookieIn).toEqual([expect.stringMatching(/better-auth\.session_token$/)]);
    expect(trace.sql.at(-1)).toMatchObject({
      text: expect.stringContaining('"threads"."user_id" = ?'),
      params: [carol.id, 51],
    });
  });

  test("tells of two browsers what each did", async () => {
    const other = await signedIn("b", carol.visitor);
    const traces = [];
    for (const { visitor } of [carol, other]) traces.push(traceOf(await visitor.call("GET", "/api/threads")));
    expect(traces.map(({ browser, session }) => [browser, session?.userId])).toEqual([
      ["a", carol.id],
      ["b", other.id],
    ]);
  });

  test("comes with a chat before its words do, says so, and holds no secret", async () => {
    const { id } = await carol.visitor.json<{ id: string }>("POST", "/api/threads", {
      body: { localId: "c" },
    });
    const body = { id, message: question("Where does the user's id come from?") };
    const response = await carol.visitor.call("POST", "/api/chat", { body });
    const trace = traceOf(response);
    expect(trace).toMatchObject({ status: 200, streaming: true, session: { userId: carol.id } });
    const stored = trace.sql.filter(({ text }) => text.startsWith('insert into "messages"'));
    expect(stored).toHaveLength(1);

    expect(await response.text()).toContain("text-delta");
    const rows = await carol.visitor.json<unknown[]>("GET", `/api/threads/${id}/messages`);
    expect(rows).toHaveLength(2);
    const cookies = carol.visitor.cookies("/api/chat").split("; ");
    const values = cookies.map((cookie) => cookie.slice(cookie.indexOf("=") + 1));
    expect(values).toHaveLength(2);
    for (const value of values) expect(JSON.stringify(trace)).not.toContain(value.split(".")[0]);
  });

  test("is the site's work: the example alone sends none", async () => {
    const response = await new Visitor(example).call("GET", "/api/threads");
    expect(response.headers.has("x-demo-trace")).toBe(false);
  });
});

test("the database shows a new thread as its owner's", async () => {
  await carol.visitor.json("POST", "/api/threads", { body: { localId: "seen" } });
  const response = await ask(carol.visitor, "GET", "/demo/database?table=threads");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const page: DatabasePage = await response.json();
  expect(page.rows[0]?.values).toMatchObject({ local_id: "seen", user_id: carol.id });
});

test("the database shows nobody anything without a sandbox", async () => {
  const response = await fetch(`${site}/demo/database?table=user`);
  expect(response.status).toBe(428);
});

test("a mistake bites in the sandbox that switched it on, in no other, and not after it is off", async () => {
  const [mine, theirs] = [await signedIn("a"), await signedIn("a")];
  const titles = async ({ visitor }: SignedIn) => {
    const response = await visitor.call("GET", "/api/threads");
    const threads: unknown[] = await response.json();
    return { count: threads.length, mistake: response.headers.get("x-demo-mistakes") };
  };

  const put = await ask(mine.visitor, "PUT", "/demo/mistakes", { on: ["list-without-where"] });
  expect(await put.json()).toEqual({ on: ["list-without-where"] });
  // Everybody's: those of Alice and Bob, with whom the sandbox began.
  const everybodys = Object.values(seedThreads).flat().length;
  expect(await titles(mine)).toEqual({ count: everybodys, mistake: "list-without-where" });
  expect(await titles(theirs)).toEqual({ count: 0, mistake: null });

  await ask(mine.visitor, "PUT", "/demo/mistakes", { on: [] });
  expect(await titles(mine)).toEqual({ count: 0, mistake: null });
});
