import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOpenAI } from "@ai-sdk/openai";
import { generateText, streamText } from "ai";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { prepareDevelopment } from "@/dev/prepare";
import { secretIn } from "@/dev/secret";
import { startStandInModel } from "@/dev/stand-in-model";
import { register } from "@/instrumentation";
import { root } from "../support/environment";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "example-development-"));
  file = join(folder, ".env");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("the secret", () => {
  test.each([
    ["a file that is missing", undefined, "BETTER_AUTH_SECRET=*\n"],
    ["an empty file", "", "BETTER_AUTH_SECRET=*\n"],
    ["other settings", "A=1\n", "A=1\nBETTER_AUTH_SECRET=*\n"],
    ["a last line without an end", "A=1", "A=1\nBETTER_AUTH_SECRET=*\n"],
    ["an empty line for it", "A=1\nBETTER_AUTH_SECRET=\nB=2\n", "A=1\nBETTER_AUTH_SECRET=*\nB=2\n"],
    ["empty quotes", 'BETTER_AUTH_SECRET=""\n', "BETTER_AUTH_SECRET=*\n"],
    ["an empty line with a comment", "BETTER_AUTH_SECRET= # draw one\n", "BETTER_AUTH_SECRET=* # draw one\n"],
    ["an exported empty line", "export BETTER_AUTH_SECRET=\n", "export BETTER_AUTH_SECRET=*\n"],
    ["lines as Windows ends them", "BETTER_AUTH_SECRET=\r\nB=2\r\n", "BETTER_AUTH_SECRET=*\r\nB=2\r\n"],
    ["a commented line", "# BETTER_AUTH_SECRET=\n", "# BETTER_AUTH_SECRET=\nBETTER_AUTH_SECRET=*\n"],
    [
      "another name that ends alike",
      "MY_BETTER_AUTH_SECRET=\n",
      "MY_BETTER_AUTH_SECRET=\nBETTER_AUTH_SECRET=*\n",
    ],
  ])("is drawn into %s", async (_, before, after) => {
    if (before !== undefined) await writeFile(file, before);
    const { secret, isNew } = secretIn(file);
    expect(isNew).toBe(true);
    expect(Buffer.from(secret, "base64")).toHaveLength(32);
    expect(await readFile(file, "utf8")).toBe(after.replace("*", secret));
    expect(secretIn(file)).toEqual({ secret, isNew: false });
    expect(await readdir(folder)).toEqual([".env"]);
  });

  test.each(["BETTER_AUTH_SECRET=mine\n", "BETTER_AUTH_SECRET=\nBETTER_AUTH_SECRET='mine'\n"])(
    "is left alone in %j",
    async (text) => {
      await writeFile(file, text);
      expect(secretIn(file)).toEqual({ secret: "mine", isNew: false });
      expect(await readFile(file, "utf8")).toBe(text);
    },
  );

  test("is for the owner's eyes in a new file, and a file that was there keeps its rights", async () => {
    secretIn(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    await writeFile(file, "A=1\n");
    await chmod(file, 0o640);
    secretIn(file);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
  });

  test("is written where a link leads", async () => {
    const real = join(folder, "settings");
    await writeFile(real, "");
    await symlink(real, file);
    const { secret } = secretIn(file);
    expect(await readFile(real, "utf8")).toContain(secret);
  });
});

describe("the stand-in for a model", () => {
  async function standIn() {
    const { server, key, baseURL } = await startStandInModel();
    onTestFinished(async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    });
    return { server, model: createOpenAI({ apiKey: key, baseURL })("gpt-4o"), baseURL };
  }

  test("says in a stream what it is, and repeats the question", async () => {
    const { model } = await standIn();
    const words: string[] = [];
    const { textStream } = streamText({ model, prompt: "Where is the harbour?" });
    for await (const word of textStream) words.push(word);
    expect(words.length).toBeGreaterThan(5);
    expect(words.join("")).toMatch(/^You asked: “Where is the harbour\?” I am a stand-in/);
  });

  test("repeats the start of a long question", async () => {
    const { model } = await standIn();
    const { text } = await generateText({ model, prompt: `Where is ${"the ".repeat(100)}harbour?` });
    expect(text.length).toBeLessThan(300);
    expect(text).toContain("Where is the the");
  });

  test("gives a title when the instructions ask for one", async () => {
    const { model } = await standIn();
    const ask = (prompt: string) => generateText({ model, instructions: "Write a title.", prompt });
    expect((await ask("Where is the old harbour of this town?")).text).toBe("Where is the old harbour of");
    expect((await ask("?")).text).toBe("A new thread");
  });

  test("refuses another key", async () => {
    const { baseURL } = await standIn();
    const model = createOpenAI({ apiKey: "guessed", baseURL })("gpt-4o");
    await expect(generateText({ model, prompt: "Hello", maxRetries: 0 })).rejects.toMatchObject({
      statusCode: 401,
    });
  });

  test("is reached from this machine only", async () => {
    const { server } = await standIn();
    expect(server.address()).toMatchObject({ address: "127.0.0.1" });
  });
});

describe("development", () => {
  const names = ["BETTER_AUTH_SECRET", "OPENAI_API_KEY", "OPENAI_BASE_URL"];
  const settings = () => Object.fromEntries(names.map((name) => [name, process.env[name]]));

  beforeEach(async () => {
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
    for (const name of names) vi.stubEnv(name, "");
    vi.spyOn(process, "cwd").mockReturnValue(folder);
    vi.spyOn(console, "warn").mockReturnValue();
    return () => {
      vi.unstubAllEnvs();
      vi.restoreAllMocks();
    };
  });

  test("with all settings there changes nothing", async () => {
    vi.stubEnv("BETTER_AUTH_SECRET", "mine");
    vi.stubEnv("OPENAI_API_KEY", "mine");
    const before = settings();
    await prepareDevelopment();
    expect(settings()).toEqual(before);
    expect(await readdir(folder)).toEqual(["node_modules"]);
    expect(console.warn).not.toHaveBeenCalled();
  });

  test("with the address of another server starts no stand-in", async () => {
    vi.stubEnv("BETTER_AUTH_SECRET", "mine");
    vi.stubEnv("OPENAI_BASE_URL", "http://models.example/v1");
    const before = settings();
    await prepareDevelopment();
    expect(settings()).toEqual(before);
    expect(console.warn).not.toHaveBeenCalled();
  });
});

test("a server on a Node.js that is too old says so and does not start", async () => {
  vi.stubEnv("NEXT_RUNTIME", "nodejs");
  vi.spyOn(process.versions, "node", "get").mockReturnValue("20.19.0");
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  await expect(register()).rejects.toThrow("This app needs Node.js 22 or newer");
});
