import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { commandBlocks } from "~/lib/guide/commands";
import { allHold } from "~/lib/steps/steps";
import { connectAgent } from "../support/mcp";
import { Reader } from "./reader";
import { useSystemFonts } from "./system-fonts";

const site = inject("site");

interface Step {
  step: string;
  commands: string[];
  files: { path: string }[];
}

test("who knows only the skill and the MCP server builds the app in an empty folder, and verifies it", async () => {
  const skill = await (await fetch(`${site}/skill.md`)).text();
  const address = /MCP server at (\S+)\/mcp /.exec(skill)?.[1] ?? "";
  const agent = await connectAgent(address);
  const reader = await Reader.sitDown({ packageManager: "npm", src: false });
  onTestFinished(() => reader.leave());

  const inSkill = commandBlocks(skill, "npm").map(({ code }) => code);
  for (const { step } of await agent.read<Step[]>("list_steps")) {
    const { commands, files } = await agent.read<Step>("get_step", { step });
    expect(inSkill, "the skill has the same commands").toContain(commands.join("\n"));
    for (const command of commands) {
      // The checks on the way are looked at by the walk of the pages. Here all that counts is the end.
      if (/^(?:curl|node) /.test(command) && !command.includes("/raw/")) continue;
      await reader.paste(command);
      await useSystemFonts(reader);
    }
    for (const { path } of files) {
      const { text } = await agent.call("get_file", { path });
      expect(await readFile(join(reader.folder, path), "utf8"), path).toBe(text);
    }
  }

  const { command } = await agent.read<{ command: string }>("list_checks");
  expect(skill).toContain(command);
  await reader.paste("npm run dev");
  expect(await reader.paste(command)).toContain(allHold);
}, 600_000);
