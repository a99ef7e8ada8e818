import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { commandBlocks } from "~/lib/guide/commands";
import { allHold } from "~/lib/steps/steps";
import { question } from "../api/chat-body";
import { readChat } from "../api/chat-stream";
import { root } from "../support/environment";
import { Visitor } from "../support/visitor";
import { Reader } from "./reader";

const site = inject("site");
const own = join(root, "tests/walk/chat-without-sign-in");
const way = "A chat app without sign-in";

/** What the page has the reader take from Set up before. */
const fromSetup = ["Hold the versions in step", "Keep the database out of git"];

/** The import below which the page puts a line. */
const tailwind = '@import "tailwindcss";\n';

let yourApp: string;
let setup: string;
beforeAll(async () => {
  const page = async (slug: string) => (await fetch(`${site}/docs/${slug}.md`)).text();
  [yourApp, setup] = await Promise.all([page("your-app"), page("setup")]);
});

test("the chat app has the packages of the example, in its versions", async () => {
  const packages = async (folder: string) => {
    const { dependencies, devDependencies } = JSON.parse(
      await readFile(join(folder, "package.json"), "utf8"),
    );
    return { ...dependencies, ...devDependencies };
  };
  expect(await packages(join(root, "examples/nextjs"))).toMatchObject(await packages(own));
});

test("a chat app without sign-in gets it by the page's commands and files, and keeps users apart", async () => {
  const reader = await Reader.sitDown({ packageManager: "npm", src: false, keepsFiles: true });
  onTestFinished(() => reader.leave());
  await cp(own, reader.folder, { recursive: true });
  const stock = "components/assistant-ui";
  await cp(join(root, "examples/your-app", stock), join(reader.folder, stock), { recursive: true });

  const prepare = commandBlocks(setup, "npm").filter(({ heading }) => fromSetup.includes(heading));
  expect(new Set(prepare.map(({ heading }) => heading)).size).toBe(fromSetup.length);
  for (const { code } of prepare) await reader.paste(code);

  const globals = join(reader.folder, "app/globals.css");
  const before = await readFile(globals, "utf8");
  const commands = commandBlocks(yourApp, "npm").filter(({ heading }) => heading === way);
  const start = commands.findIndex(({ code }) => code === "npm run dev");
  for (const { code } of commands.slice(0, start)) await reader.paste(code);
  expect(await readFile(globals, "utf8")).toBe(before);

  await writeFile(globals, before.replace(tailwind, shownFile("app/globals.css")));
  await writeFile(join(reader.folder, "app/assistant.tsx"), shownFile("app/assistant.tsx"));
  await reader.paste("npx next typegen\nnpx tsc --noEmit");

  let printed = "";
  for (const { code } of commands.slice(start)) printed = await reader.paste(code);
  expect(printed).toContain(allHold);

  const alice = new Visitor(reader.url);
  await alice.signUp("Alice");
  const { id } = await alice.json<{ id: string }>("POST", "/api/threads", { body: { localId: "one" } });
  const body = { id, message: question("Where is the harbour?") };
  const { text } = await readChat(await alice.call("POST", "/api/chat", { body }));
  expect(text).toContain("stand-in");

  await reader.sees("/", "How can I help you today?");
  await reader.sees("/", "New Thread");
}, 600_000);

/** A file that the page shows for the reader to put into place. */
function shownFile(path: string) {
  const section = yourApp.slice(yourApp.indexOf(`## ${way}`));
  const text = new RegExp(`^\`\`\`\\S+ .*title="${path}".*\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(section)?.[1];
  if (!text) throw new Error(`The page shows no ${path}.`);
  return text;
}
