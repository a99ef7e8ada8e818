import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { stepCommands } from "~/lib/guide/step-commands";
import { rawUrl } from "~/lib/listings/file-url";
import { siteUrl, withSiteUrl } from "~/lib/site";
import { source } from "~/lib/source";
import { packagesOf, stepsNeeded } from "~/lib/steps/step-needs";
import { type Step, steps } from "~/lib/steps/steps";
import { json, unknown } from "./tool-answer";

/** The steps of the guide, in their order, and what one of them brings. */
export function registerStepTools(server: McpServer) {
  server.registerTool(
    "list_steps",
    {
      title: "List steps",
      description:
        "The steps that put better-auth in front of an assistant-ui chat, in the order in which they are taken",
      inputSchema: z.object({}),
      annotations: { readOnlyHint: true },
    },
    async () => json(steps.map(({ slug }) => ({ step: slug, ...titleOf(slug), page: pageOf(slug) }))),
  );
  server.registerTool(
    "get_step",
    {
      title: "Get a step",
      description:
        "What one step brings: its commands (with npm), files, packages, the steps that it needs, and the check that shows that it is done",
      inputSchema: z.object({ step: z.string().max(100).describe("A step of list_steps") }),
      annotations: { readOnlyHint: true },
    },
    async ({ step: slug }) => {
      const step = steps.find((step) => step.slug === slug);
      if (!step)
        return unknown(
          "step",
          slug,
          steps.map(({ slug }) => slug),
        );
      return json(await stepDetails(step));
    },
  );
}

const pageOf = (slug: string) => `${siteUrl}/docs/${slug}.md`;

function titleOf(slug: string) {
  const { title, description } = source.getPage([slug])?.data ?? {};
  return { title, description };
}

async function stepDetails(step: Step) {
  const { slug, files, merge, check, envVars } = step;
  return {
    step: slug,
    ...titleOf(slug),
    page: pageOf(slug),
    needs: stepsNeeded(step).map(({ slug }) => slug),
    commands: await stepCommands(slug),
    files: Object.entries(files).map(([path, holds]) => ({
      path,
      holds,
      text: siteUrl + rawUrl(`examples/nextjs/${path}`),
      ifYouHaveOne: merge?.[path],
    })),
    ...packagesOf(step),
    settings: envVars && Object.keys(envVars),
    check: "run" in check ? { ...check, run: withSiteUrl(check.run) } : check,
  };
}
