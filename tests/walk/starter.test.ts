import { expect, inject, onTestFinished, test } from "vitest";
import { commandBlocks } from "~/lib/guide/commands";
import { allHold } from "~/lib/steps/steps";
import { question } from "../api/chat-body";
import { readChat } from "../api/chat-stream";
import { Visitor } from "../support/visitor";
import { Reader } from "./reader";

const site = inject("site");

test("the whole app, taken home by the page's command, chats without any setting", async () => {
  const reader = await Reader.sitDown({ packageManager: "npm", src: false });
  onTestFinished(() => reader.leave());

  const setup = await (await fetch(`${site}/docs/setup.md`)).text();
  const blocks = commandBlocks(setup, "npm").filter(
    ({ heading }) => heading === "The whole app in one command",
  );
  expect(blocks.length).toBeGreaterThan(0);
  for (const { code } of blocks) await reader.paste(code);

  const alice = new Visitor(reader.url);
  await alice.signUp("Alice");
  const { id } = await alice.json<{ id: string }>("POST", "/api/threads", { body: { localId: "one" } });
  const body = { id, message: question("Where is the harbour?") };
  const { text } = await readChat(await alice.call("POST", "/api/chat", { body }));
  expect(text).toContain("stand-in");

  const printed = await reader.paste(`curl -fsS ${site}/verify.mjs | node - ${reader.url}`);
  expect(printed).toContain(allHold);
}, 600_000);
