import { expect, inject, test } from "vitest";
import { mcpUrl } from "~/lib/sandbox/protocol/addresses";
import { sitePlaceholder } from "~/lib/site";
import { homePage, writtenPages } from "../support/guide";

const pages = [homePage, ...writtenPages.map(({ text }) => text)];
const addresses = pages.flatMap((text) =>
  Array.from(text.matchAll(new RegExp(`${sitePlaceholder}(/[^\\s"']+)`, "g")), ([, path = ""]) => path),
);

test.each([...new Set(addresses)])("%s is there, as a command of a page has it", async (path) => {
  const response = await fetch(inject("addresses").site + path);
  await response.body?.cancel();
  // The MCP server takes POST alone: `mcp.test.ts` calls it.
  expect(response.status).toBe(path === mcpUrl ? 405 : 200);
});
