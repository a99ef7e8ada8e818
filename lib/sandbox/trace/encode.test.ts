import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCookies } from "../http/cookies";
import { masked, readTrace } from "../protocol/trace";
import { type Exchange, encodeTrace, encodeWholeTrace } from "./encode";
import { Recorder } from "./recorder";

const exchange = (change: Partial<Exchange> = {}): Exchange => ({
  browser: "a",
  method: "GET",
  path: "/api/threads",
  status: 200,
  headers: new Headers(),
  streaming: false,
  ...change,
});

const statement = (text: string, ...params: unknown[]) => ({ text, params, ms: 0.1234, rows: 1 });

const traceOf = (recorder: Recorder, change?: Partial<Exchange>) =>
  readTrace(encodeTrace(recorder, exchange(change)));

test("says what came in, what was done and what went out", () => {
  const recorder = new Recorder(parseCookies("sandbox=t0k-en; better-auth.session_token=token.signature"));
  recorder.add(statement('select "id" from "threads" where "threads"."user_id" = ? limit ?', "ü1", 51));
  const headers = new Headers([
    ["set-cookie", "s=new-value; Path=/demo/a; Max-Age=60; HttpOnly; SameSite=Lax"],
  ]);
  expect(traceOf(recorder, { headers, status: 201, streaming: true })).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    browser: "a",
    method: "GET",
    path: "/api/threads",
    status: 201,
    ms: expect.any(Number),
    cookieIn: ["better-auth.session_token"],
    session: null,
    sql: [
      {
        text: 'select "id" from "threads" where "threads"."user_id" = ? limit ?',
        params: ["ü1", 51],
        ms: 0.12,
        rows: 1,
      },
    ],
    cookiesOut: [{ name: "s", httpOnly: true, secure: false, sameSite: "Lax", path: "/demo/a", maxAge: 60 }],
    streaming: true,
  });
});

test("masks what is no known harmless value, and what is a secret anywhere", () => {
  const recorder = new Recorder(parseCookies("s=incoming-cookie"));
  recorder.add(statement('update "account" set "password" = ?, "scope" = ?', "the-hashed-password", "all"));
  recorder.add(
    statement('update "user" set "name" = ?', "the-hashed-password incoming-cookie outgoing-cookie"),
  );
  recorder.add(statement("select ?, ?", "who knows", Buffer.from("bytes")));
  recorder.add(statement("select 'incoming-cookie'"));
  const trace = traceOf(recorder, { headers: new Headers([["set-cookie", "s=outgoing-cookie"]]) });
  expect(trace.sql.map(({ params }) => params)).toEqual([
    [masked, "all"],
    [`${masked} ${masked} ${masked}`],
    [masked, masked],
    [],
  ]);
  expect(trace.sql[3]?.text).toBe(`select '${masked}'`);
});

test("a secret at which a long value is cut does not show its beginning", () => {
  const secret = "0123456789".repeat(4);
  const recorder = new Recorder(parseCookies(`s=${secret}`));
  recorder.add(statement('update "user" set "name" = ?', `${"x".repeat(490)}${secret}`));
  const trace = traceOf(recorder);
  expect(JSON.stringify(trace.sql)).not.toContain("01");
});

test("the end of a stream says what was done since it began, and when that was", () => {
  const recorder = new Recorder([]);
  const first = traceOf(recorder, { streaming: true });
  recorder.add(statement("select 1"));
  const whole = readTrace(encodeWholeTrace(recorder, exchange({ streaming: true })));
  expect(whole.sql).toMatchObject([{ text: "select 1" }]);
  expect(whole.ms).toBe(first.ms);
  expect(whole.streaming).toBeUndefined();
});

test("what comes after the recording is closed is not kept", () => {
  const recorder = new Recorder([]);
  recorder.close();
  recorder.add(statement("select 1"));
  expect(recorder.statements).toEqual([]);
});

const words = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: "binary", maxLength: 800 }));

test("is never too long for 4 KiB of headers, and says so where it is cut", () => {
  const inputs = fc.record({
    cookies: fc.array(fc.stringMatching(/^\w{1,500}$/), { maxLength: 20 }),
    path: words,
    statements: fc.array(fc.tuple(words, fc.array(words, { maxLength: 20 })), { maxLength: 20 }),
    out: fc.array(fc.stringMatching(/^\w{1,50}$/), { maxLength: 20 }),
  });
  fc.assert(
    fc.property(inputs, ({ cookies, path, statements, out }) => {
      const recorder = new Recorder(parseCookies(cookies.map((name) => `${name}=`).join(";")));
      for (const [text, values] of statements) {
        recorder.add(statement(`update "user" set "name" = ?${text}`, ...values));
      }
      const headers = new Headers(out.map((name): [string, string] => ["set-cookie", `${name}=`]));
      const header = encodeTrace(recorder, exchange({ path, headers }));
      const others = [...headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
      expect(header.length + others).toBeLessThan(4096 - 768);
      expect(header).toMatch(/^[\w-]+$/);
      const trace = readTrace(header);
      if (trace.sql.length < statements.length) expect(trace.truncated).toBe(true);
      if (trace.cookiesOut.length < out.length) expect(trace.truncated).toBe(true);
      if (!trace.truncated) expect(trace.path).toBe(path);
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("a thousand statements, and parameters without end, fit too", () => {
  const recorder = new Recorder(parseCookies(""));
  const values = Array.from({ length: 1000 }, () => "ü".repeat(1000));
  for (const _ of values) recorder.add(statement(`select ${"?, ".repeat(1000)}`, ...values));
  const header = encodeTrace(recorder, exchange());
  expect(header.length).toBeLessThan(4096 - 768);
  const { truncated, sql } = readTrace(header);
  expect(truncated).toBe(true);
  expect(sql.length).toBeGreaterThan(0);
});
