import { beforeAll, describe, expect, inject, test } from "vitest";
import { mistakes } from "~/lib/mistakes/mistakes";
import { steps } from "~/lib/steps/steps";
import { guidePages } from "../support/guide-pages";
import { connectAgent, type ToolAnswer } from "../support/mcp";

const { site } = inject("addresses");

let agent: Awaited<ReturnType<typeof connectAgent>>;
beforeAll(async () => {
  agent = await connectAgent(site);
});

test("an agent's own client connects, and is told how to begin", async () => {
  expect(agent.client.getServerVersion()?.name).toBe("better-auth-assistant-ui");
  expect(agent.client.getInstructions()).toContain("list_steps");
});

test("every tool says what it does, and that it only reads", async () => {
  const { tools } = await agent.client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual(
    [
      "get_file",
      "get_mistake",
      "get_page",
      "get_step",
      "list_checks",
      "list_files",
      "list_mistakes",
      "list_pages",
      "list_steps",
      "search",
    ].sort(),
  );
  for (const { name, description } of tools) expect(description, name).not.toBe("");
});

describe("good input", () => {
  test("search finds a page by its words", async () => {
    const found = await agent.read<{ url: string }[]>("search", { query: "gate the chat route" });
    expect(found.map(({ url }) => url)).toContain("/docs/gate-the-chat-route");
  });

  test("list_pages has each page with an address that get_page takes, in each of its forms", async () => {
    const { text } = await agent.call("list_pages");
    const addresses = Array.from(text.matchAll(/\]\((\S+)\)/g), ([, address = ""]) => address);
    expect(addresses.map((address) => address.replace(/\.md$/, "").replace(site, "")).sort()).toEqual(
      (await guidePages(site)).sort(),
    );
    for (const address of addresses) {
      const page = await agent.call("get_page", { url: address });
      expect(page.isError, address).toBe(false);
      expect(page.text).toBe(await (await fetch(address)).text());
      const path = new URL(address).pathname;
      for (const url of [path, path.replace(/\.md$/, "")])
        expect(await agent.call("get_page", { url })).toEqual(page);
    }
  });

  test("list_steps and get_step have the commands, files and check of each step", async () => {
    const list = await agent.read<{ step: string; title: string }[]>("list_steps");
    expect(list.map(({ step }) => step)).toEqual(steps.map(({ slug }) => slug));
    for (const { slug, files, check } of steps) {
      const step = await agent.read<{
        commands: string[];
        files: { path: string; text: string }[];
        check: unknown;
      }>("get_step", { step: slug });
      expect(step.commands.join("\n")).toContain(`npx shadcn@4 add ${site}/r/${slug}.json`);
      expect(step.files.map(({ path }) => path)).toEqual(Object.keys(files));
      expect(step.check).toEqual(JSON.parse(JSON.stringify(check).replaceAll("https://SITE", site)));
      for (const { path, text } of step.files)
        expect(await (await fetch(text)).text()).toBe((await agent.call("get_file", { path })).text);
    }
  });

  test("get_file gives one region, without the lines around it", async () => {
    const { text } = await agent.call("get_file", { path: "app/api/chat/route.ts", region: "gate" });
    expect(text).toContain("getSession");
    expect(text).not.toMatch(/#region|^import/m);
  });

  test("list_files has every file with its regions", async () => {
    const files = await agent.read<{ path: string; regions: string[]; step?: string }[]>("list_files");
    expect(files).toContainEqual(
      expect.objectContaining({ path: "examples/nextjs/app/api/chat/route.ts", step: "gate-the-chat-route" }),
    );
    for (const { path, regions } of files)
      for (const region of regions)
        expect((await agent.call("get_file", { path, region })).isError, `${path} ${region}`).toBe(false);
  });

  test("list_mistakes and get_mistake have the rule and the diff of each", async () => {
    const list = await agent.read<{ name: string; rule: string; test: string }[]>("list_mistakes");
    expect(list.map(({ name }) => name)).toEqual(mistakes.map(({ name }) => name));
    for (const { name, rule, test } of list) {
      expect(rule && test, name).not.toBe("");
      const { diff } = await agent.read<{ diff: string }>("get_mistake", { name });
      expect(diff, name).toMatch(/^-/m);
    }
  });

  test("list_checks has the command that verifies an app", async () => {
    const { command, checks } = await agent.read<{ command: string; checks: { name: string }[] }>(
      "list_checks",
    );
    expect(command).toBe(`curl -fsS ${site}/verify.mjs | node - http://localhost:3000`);
    expect(checks.map(({ name }) => name)).toContain("isolation");
  });
});

describe("bad input", () => {
  test.each([
    ["get_page", { url: "/docs/no-such-page" }, "not found"],
    ["get_page", { url: "https://[" }, "not found"],
    ["get_step", { step: "no-such-step" }, "setup"],
    ["get_file", { path: "../package.json" }, "examples/nextjs/auth.ts"],
    ["get_file", { path: "auth.ts", region: "no-such-region" }, "Choose one of"],
    ["get_mistake", { name: "no-such-mistake" }, "chat-without-gate"],
  ])("%s with %j says what there is", async (name, args, words) => {
    const answer: ToolAnswer = await agent.call(name, args);
    expect(answer.isError).toBe(true);
    expect(answer.text).toContain(words);
  });

  test.each([
    ["a tool that is none", "no_such_tool", {}],
    ["a missing argument", "get_step", {}],
    ["an argument of another type", "get_file", { path: 7 }],
    ["an argument that is too long", "get_file", { path: "a".repeat(1000) }],
  ])("%s is refused", async (_, name, args) => {
    const answer = await agent
      .call(name, args)
      .catch((error: Error) => ({ isError: true, text: error.message }));
    expect(answer.isError).toBe(true);
    expect(answer.text).not.toBe("");
  });

  test.each([
    ["no JSON", "nonsense", 400],
    ["JSON that is no request", "[]", 400],
    ["a body that is too large", JSON.stringify({ jsonrpc: "2.0", method: "a".repeat(100_000) }), 413],
  ])("%s gets an error of JSON-RPC", async (_, body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      jsonrpc: "2.0",
      error: { code: expect.any(Number), message: expect.any(String) },
    });
  });

  test.each(["GET", "DELETE"])("%s is not taken: there is no session", async (method) => {
    expect((await fetch(`${site}/mcp`, { method })).status).toBe(405);
  });
});

test("a page of another site may ask, and no cookie is read or set", async () => {
  const origin = { Origin: "https://agent.example" };
  const preflight = await fetch(`${site}/mcp`, { method: "OPTIONS", headers: origin });
  expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
  expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();

  const response = await post(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} }), {
    ...origin,
    Cookie: "sandbox=whatever",
  });
  expect(response.status).toBe(200);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("set-cookie")).toBeNull();
});

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${site}/mcp`, {
    method: "POST",
    body,
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json, text/event-stream",
      ...headers,
    },
  });
