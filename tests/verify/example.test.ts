import { beforeAll, describe, expect, inject, test } from "vitest";
import { attacks } from "~/lib/checks/attacks";
import { allHold } from "~/lib/steps/steps";
import { checksThat, readReport, runVerifier } from "../support/verifier";
import { Visitor } from "../support/visitor";

const checks = attacks.map(({ name }) => name);
const { example, site } = inject("addresses");

// A run makes a hundred requests, and may have to wait: better-auth allows three sign-ups in ten seconds.
const patience = 120_000;

test(
  "the example alone holds every check, in TAP version 14",
  async () => {
    const { code, stdout, stderr } = await runVerifier([example]);
    const [version, plan, ...points] = stdout.trimEnd().split("\n");
    expect(version).toBe("TAP version 14");
    expect(plan).toBe(`1..${checks.length}`);
    const found = points.map((point) => /^ok (\d+) - ([\w-]+): [^#]+$/.exec(point)?.slice(1));
    expect(found).toEqual(checks.map((name, index) => [String(index + 1), name]));
    expect(stderr).toContain(allHold);
    expect(code).toBe(0);
  },
  patience,
);

describe("from the site, through a pipe", () => {
  let script: string;
  beforeAll(async () => {
    script = await (await fetch(new URL("/verify.mjs", site))).text();
  });

  // Node 20 reads a script from a pipe as CommonJS; newer ones look what it is.
  test.each([
    ["what Node takes it for", undefined],
    ["CommonJS", "commonjs"],
    ["a module", "module"],
  ] as const)("it runs as %s", async (_, type) => {
    const { code, stdout } = await runVerifier(["--help"], { script, type });
    expect(stdout).toContain("Usage: node verify.mjs");
    expect(code).toBe(0);
  });

  test("its failures link to the site, and a chat that was not wanted is skipped", async () => {
    const [a, b] = [new Visitor(example), new Visitor(example)];
    await Promise.all([a.signUp("A"), b.signUp("B")]);
    const cookies = ["--cookie-a", a.cookies("/"), "--cookie-b", b.cookies("/")];
    const { code, stdout, stderr } = await runVerifier([example, "--json", "--no-chat", ...cookies], {
      script,
    });
    const report = readReport(stdout);
    expect(report.checks.map(({ name }) => name)).toEqual(checks);
    for (const page of new Set(report.checks.map(({ page }) => page))) {
      expect(page.startsWith(`${site}/docs/`)).toBe(true);
      expect((await fetch(page)).status).toBe(200);
    }
    // Of given cookies nobody saw how they were set, and signing out would end somebody's session.
    expect(checksThat("skipped", report)).toEqual([
      "cookie",
      "chat",
      "given-name",
      "kept-answer",
      "tools",
      "session",
      "sign-out",
      "guesses",
    ]);
    expect(checksThat("fails", report)).toEqual([]);
    expect(report).toMatchObject({ address: example, holds: true, problem: null });
    expect(code).toBe(0);

    expect(await a.json("GET", "/api/threads")).toEqual([]);
    expect(await b.json("GET", "/api/threads")).toEqual([]);
    for (const cookie of [a, b].map((visitor) => visitor.cookies("/").split("=")[1])) {
      expect(cookie).toBeTruthy();
      expect(stdout + stderr).not.toContain(cookie);
    }
  });
});

describe("it does not run, and exits with 2,", () => {
  test("without a server", async () => {
    const { code, stdout, stderr } = await runVerifier(["http://127.0.0.1:9"]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^TAP version 14\n1\.\.21\nBail out! Nothing answers/);
    expect(stderr).toContain("Start your app, or give its address.");
  });

  test.each([
    ["without an address", [], "Give the address of your app"],
    ["with an address that is none", ["localhost:3000"], "Give the address of your app"],
    [
      "with an option that is none",
      ["--cookies", "x", "http://localhost"],
      "Unknown option '--cookies'. See --help.",
    ],
    ["with one cookie", ["--cookie-a", "x=y", "http://localhost"], "Give both"],
    [
      "with a time that is none",
      ["--timeout", "soon", "http://localhost"],
      "--timeout is a number of seconds",
    ],
    [
      "with two forms",
      ["--json", "--markdown", "http://localhost"],
      "Give one of --json, --markdown and --junit.",
    ],
    ["with a path that is none", ["--chat", "chat", "http://localhost"], "--chat is a path"],
  ])("%s", async (_, args, message) => {
    const { code, stdout, stderr } = await runVerifier(args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
  });

  test("with one user's cookie given twice", async () => {
    const visitor = new Visitor(example);
    await visitor.signUp("A");
    const cookie = visitor.cookies("/");
    const { code, stderr } = await runVerifier(["--cookie-a", cookie, "--cookie-b", cookie, example]);
    expect(code).toBe(2);
    expect(stderr).toContain("Give two users'.");
  });
});
