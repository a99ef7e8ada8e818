import { expect, test } from "vitest";
import { FixtureApp, json } from "./fixture-app";
import { rows } from "./rows";
import { type Report, runRows } from "./run";

async function run(
  app: FixtureApp,
  onReport: (report: Report) => void = () => {},
  signal = new AbortController().signal,
) {
  const reports: Report[] = [];
  const note = (report: Report) => {
    reports.push(report);
    onReport(report);
  };
  await runRows(app, { signal, onReport: note });
  return { reports, last: reports.at(-1) as Report };
}

const states = ({ results }: Report) => results.map(({ state }) => state);

test("all hold for an app without a fault, and nothing is left of the run", async () => {
  const app = new FixtureApp();
  const { last } = await run(app);
  expect(states(last)).toEqual(rows.map(() => "holds"));
  expect(last).toMatchObject({ state: "done", userIds: ["alice-id", "bob-id"], requests: app.seen.length });
  expect(last.threads).toBeGreaterThan(5);
  expect(app.threads.size).toBe(0);
  expect(app.seen.slice(-2).map(({ path }) => path)).toEqual(["/api/auth/sign-out", "/api/auth/sign-out"]);
});

test("tells of each check that it runs, and of each request as it is made", async () => {
  const { reports } = await run(new FixtureApp());
  const first = reports.findIndex((report) => report.results[0]?.state === "running");
  expect(states(reports[first] as Report)).toEqual(["running", ...rows.slice(1).map(() => "waiting")]);
  const counts = reports.map((report) => report.results[0]?.steps.length);
  expect(counts).toEqual(expect.arrayContaining([0, 1, 2, 3]));
});

test("a fault fails its own check, the others go on, and what it moved is deleted", async () => {
  const app = new FixtureApp();
  app.instead = ({ method, path, body, user }) => {
    const thread = app.threads.get(path.split("/")[3] ?? "");
    if (method !== "PATCH" || thread?.owner !== user || !thread || !body.userId) return undefined;
    thread.owner = String(body.userId);
    return json(200, thread);
  };
  const { last } = await run(app);
  const failed = last.results.filter(({ state }) => state === "fails").map(({ row }) => row.name);
  expect(failed).toEqual(["mass-assignment"]);
  expect(last.state).toBe("done");
  expect(app.threads.size).toBe(0);
});

test("a refusal of the sandbox itself stops the run, and says why", async () => {
  const app = new FixtureApp();
  let asked = 0;
  app.instead = ({ path }) =>
    path === "/api/threads" && ++asked > 2
      ? Response.json({ code: "TOO_MANY_REQUESTS", message: "Wait a moment." }, { status: 429 })
      : undefined;
  const { last } = await run(app);
  expect(last).toMatchObject({ state: "stopped", problem: "Wait a moment." });
  expect(states(last).slice(0, 3)).toEqual(["holds", "stopped", "waiting"]);
});

test("no answer stops the run, and says what to do", async () => {
  const app = new FixtureApp();
  app.instead = () => {
    throw new TypeError("Failed to fetch");
  };
  const { last } = await run(app);
  expect(last.problem).toMatch(/did not answer/);
  expect(states(last)[0]).toBe("stopped");
});

test("without the accounts nothing can be checked", async () => {
  const app = new FixtureApp();
  app.instead = ({ path }) => (path.includes("sign-in") ? json(401, {}) : undefined);
  expect((await run(app)).last.problem).toBe(
    "Alice cannot sign in (401). Reset the demo, and run the checks again.",
  );
});

test("leaving ends the run, and what it made is deleted all the same", async () => {
  const app = new FixtureApp();
  const leaving = new AbortController();
  const { last } = await run(
    app,
    ({ results }) => results[1]?.steps.length === 1 && leaving.abort(),
    leaving.signal,
  );
  expect(states(last).slice(0, 3)).toEqual(["holds", "stopped", "waiting"]);
  expect(last.problem).toBeUndefined();
  expect(app.threads.size).toBe(0);
  expect(app.seen.at(-1)?.path).toBe("/api/auth/sign-out");
});
