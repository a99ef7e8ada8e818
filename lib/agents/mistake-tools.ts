import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { attacks } from "~/lib/checks/attacks";
import { brokenBy } from "~/lib/checks/expected-failures";
import { verifierCommand } from "~/lib/checks/verifier-command";
import { mistakeDiffText } from "~/lib/mistakes/diff-text";
import { mistakes } from "~/lib/mistakes/mistakes";
import { siteUrl } from "~/lib/site";
import { json, unknown } from "./tool-answer";

/** What goes wrong in such apps, how it is made right, and the checks that notice it. */
export function registerMistakeTools(server: McpServer) {
  server.registerTool(
    "list_mistakes",
    {
      title: "List mistakes",
      description:
        "Mistakes that let one user reach another's threads, or leave them on the screen: what each looks like, and the rule that avoids it",
      inputSchema: z.object({}),
      annotations: { readOnlyHint: true },
    },
    async () =>
      json(
        mistakes.map(({ name, title, symptom, rule, test, file }) => ({
          name,
          title,
          symptom,
          rule,
          test,
          file,
        })),
      ),
  );
  server.registerTool(
    "get_mistake",
    {
      title: "Get a mistake",
      description: "One mistake with its diff: wrong lines begin with -, right ones with +",
      inputSchema: z.object({ name: z.string().max(100).describe("A name of list_mistakes") }),
      annotations: { readOnlyHint: true },
    },
    async ({ name }) => {
      const mistake = mistakes.find((mistake) => mistake.name === name);
      if (!mistake)
        return unknown(
          "mistake",
          name,
          mistakes.map(({ name }) => name),
        );
      const { page, ...rest } = mistake;
      return json({
        ...rest,
        page: `${siteUrl}/docs/${page}.md`,
        noticedBy: brokenBy[mistake.name],
        diff: await mistakeDiffText(mistake),
      });
    },
  );
  server.registerTool(
    "list_checks",
    {
      title: "List checks",
      description:
        "The checks of the verifier, and the command that runs them against an app. Work is done when it says that none fails",
      inputSchema: z.object({}),
      annotations: { readOnlyHint: true },
    },
    async () =>
      json({
        command: verifierCommand(siteUrl),
        checks: attacks.map(({ name, promise, page }) => ({
          name,
          promise,
          page: `${siteUrl}/docs/${page}.md`,
        })),
      }),
  );
}
