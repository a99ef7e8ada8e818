import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { commandBlocks } from "~/lib/guide/commands";
import { allHold } from "~/lib/steps/steps";
import { question } from "../api/chat-body";
import { readChat } from "../api/chat-stream";
import { root } from "../support/environment";
import { Visitor } from "../support/visitor";
import { Reader } from "./reader";

const site = inject("site");
const apps = join(root, "tests/walk");
const chatApp = join(apps, "chat-without-sign-in");

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
  expect(await packages(join(root, "examples/nextjs"))).toMatchObject(await packages(chatApp));
});

test("a chat app without sign-in gets it by the page's commands and files, and keeps users apart", async () => {
  const way = section("A chat app without sign-in");
  const reader = await sitDown();
  const stock = "components/assistant-ui";
  await cp(join(root, "examples/your-app", stock), join(reader.folder, stock), { recursive: true });
  await prepare(reader);

  const globals = join(reader.folder, "app/globals.css");
  const before = await readFile(globals, "utf8");
  for (const command of way.before) await reader.paste(command);
  expect(await readFile(globals, "utf8")).toBe(before);

  await change(reader, way, "app/globals.css", before);
  await change(reader, way, "app/assistant.tsx");
  await reader.paste("npx next typegen\nnpx tsc --noEmit");
  expect(await startAndVerify(reader, way)).toContain(allHold);

  const alice = new Visitor(reader.url);
  await alice.signUp("Alice");
  const { id } = await alice.json<{ id: string }>("POST", "/api/threads", { body: { localId: "one" } });
  const body = { id, message: question("Where is the harbour?") };
  const { text } = await readChat(await alice.call("POST", "/api/chat", { body }));
  expect(text).toContain("stand-in");

  await reader.sees("/", "How can I help you today?");
  await reader.sees("/", "New Thread");
}, 600_000);

test("an app with better-auth and users gets the chat by the page's commands and files, and keeps its users", async () => {
  const way = section("An app with better-auth");
  const reader = await sitDown();
  await rm(join(reader.folder, "app/assistant.tsx"));
  await rm(join(reader.folder, "app/api/chat"), { recursive: true });
  await addBetterAuth(reader);
  await reader.paste("npm run dev");
  const alice = new Visitor(reader.url);
  const { id } = await alice.signUp("Alice");
  // A running `next dev` writes types while the compiler reads them.
  await reader.stop();
  await prepare(reader);

  const globals = join(reader.folder, "app/globals.css");
  const before = await readFile(globals, "utf8");
  const [add = "", ...merge] = way.before;
  await reader.paste(add);
  await change(reader, way, "auth.ts");
  await change(reader, way, "lib/auth.ts");
  for (const command of merge) await reader.paste(command);
  await change(reader, way, "app/globals.css", before);
  await change(reader, way, "app/chat/page.tsx");
  await reader.paste("npx next typegen\nnpx tsc --noEmit");
  expect(await startAndVerify(reader, way)).toContain(allHold);

  const session = await alice.json<{ user: { id: string } }>("GET", "/api/auth/get-session");
  expect(session.user.id).toBe(id);
  await reader.sees("/chat", "New thread");
}, 600_000);

/** A reader with the chat app, who keeps what shadcn asks about. */
async function sitDown() {
  const reader = await Reader.sitDown({ packageManager: "npm", src: false, keepsFiles: true });
  onTestFinished(() => reader.leave());
  await cp(chatApp, reader.folder, { recursive: true });
  return reader;
}

/** The app as the quick starts of better-auth and Drizzle leave it, with a migration and a database. */
async function addBetterAuth(reader: Reader) {
  await cp(join(apps, "better-auth"), reader.folder, { recursive: true });
  const versions = await packages(join(root, "examples/nextjs"));
  const install = (names: string[]) => names.map((name) => `${name}@${versions[name]}`).join(" ");
  await reader.paste(`npm install --save-exact ${install(["better-auth", "better-sqlite3", "drizzle-orm"])}
npm install --save-exact --save-dev ${install(["@types/better-sqlite3", "drizzle-kit"])}
npx drizzle-kit generate --name begin
npx drizzle-kit migrate`);
  reader.settings.BETTER_AUTH_SECRET = "a-secret-for-tests-that-is-long-enough";
  reader.settings.BETTER_AUTH_URL = reader.url;
}

async function prepare(reader: Reader) {
  const blocks = commandBlocks(setup, "npm").filter(({ heading }) => fromSetup.includes(heading));
  expect(new Set(blocks.map(({ heading }) => heading)).size).toBe(fromSetup.length);
  for (const { code } of blocks) await reader.paste(code);
}

interface Way {
  text: string;
  /** The commands up to the one that starts the app. */
  before: string[];
  after: string[];
}

/** The part of the page for one kind of app. */
function section(heading: string): Way {
  const text = yourApp.split(/^(?=## )/m).find((part) => part.startsWith(`## ${heading}`)) ?? "";
  const commands = commandBlocks(text, "npm").map(({ code }) => code);
  const start = commands.indexOf("npm run dev");
  if (start < 1) throw new Error(`The page has no way for ${heading}.`);
  return { text, before: commands.slice(0, start), after: commands.slice(start) };
}

/** Puts a file that the page shows into place. One that continues yours takes the place of its first line. */
async function change(reader: Reader, { text }: Way, path: string, yours?: string) {
  const shown = new RegExp(`^\`\`\`\\S+ .*title="${path}".*\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(text)?.[1];
  if (!shown) throw new Error(`The page shows no ${path}.`);
  const file = join(reader.folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, yours?.replace(tailwind, shown) ?? shown);
}

async function startAndVerify(reader: Reader, { after }: Way) {
  let printed = "";
  for (const command of after) printed = await reader.paste(command);
  return printed;
}

async function packages(folder: string): Promise<Record<string, string>> {
  const { dependencies, devDependencies } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return { ...dependencies, ...devDependencies };
}
