import { afterEach, beforeEach, expect, test } from "vitest";
import { parseCookies } from "../http/cookies";
import { Recorder } from "../trace/recorder";
import { ObservedDatabase } from "./observed-database";
import { inScope } from "./scope";
import type { SandboxHandle } from "./store";

let client: ObservedDatabase;
let recorder: Recorder;

beforeEach(() => {
  client = new ObservedDatabase(":memory:");
  client.exec("create table t (id integer primary key, name text)");
  recorder = new Recorder(parseCookies(""));
});
afterEach(() => {
  client.close();
});

const recorded = (run: () => void) => {
  inScope({ sandbox: {} as SandboxHandle, recorder }, run);
  return recorder.statements.map(({ text, params, rows }) => ({ text, params, rows }));
};

test("tells of every statement, its parameters, and the rows that it reads or changes", () => {
  const insert = "insert into t (name) values (?), (?)";
  const select = "select name from t where id > ?";
  const told = recorded(() => {
    client.prepare(insert).run("one", "two");
    expect(client.prepare(select).raw().all(0)).toEqual([["one"], ["two"]]);
    expect(client.prepare(select).get(1)).toEqual({ name: "two" });
    expect(client.prepare(select).get(2)).toBeUndefined();
  });
  expect(told).toEqual([
    { text: insert, params: ["one", "two"], rows: 2 },
    { text: select, params: [0], rows: 2 },
    { text: select, params: [1], rows: 1 },
    { text: select, params: [2], rows: 0 },
  ]);
  for (const { ms } of recorder.statements) expect(ms).toBeGreaterThan(0);
});

test("tells of a statement that fails, and lets it fail", () => {
  const insert = "insert into t (id) values (?)";
  const told = recorded(() => {
    client.prepare(insert).run(1);
    expect(() => client.prepare(insert).run(1)).toThrow(/UNIQUE/);
  });
  expect(told).toEqual([
    { text: insert, params: [1], rows: 1 },
    { text: insert, params: [1], rows: 0 },
  ]);
});

test("a statement tells the request that runs it, not the one that prepared it", () => {
  const statement = client.prepare("select 1");
  statement.all();
  expect(recorded(() => statement.all())).toHaveLength(1);
});
