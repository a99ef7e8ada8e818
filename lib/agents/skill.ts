import { brokenBy } from "~/lib/checks/expected-failures";
import { verifierCommand } from "~/lib/checks/verifier-command";
import { stepCommands, wholeAppCommands } from "~/lib/guide/step-commands";
import { mistakes } from "~/lib/mistakes/mistakes";
import { mcpUrl } from "~/lib/sandbox/protocol/addresses";
import { sitePlaceholder, withSiteUrl } from "~/lib/site";
import { source } from "~/lib/source";
import { type Step, steps } from "~/lib/steps/steps";

/** The skill's name, and when an agent should read it. */
export const skill = {
  name: "better-auth-assistant-ui",
  description:
    "Puts better-auth sign-in in front of an assistant-ui (or AI SDK) chat in a Next.js app, keeps each user's threads and messages apart, and proves it with a verifier. Use it when a chat needs sign-in, accounts, sessions, saved conversations or a list of threads for each user, and when a chat, thread or message route is written or reviewed.",
};

/** The skill as an agent reads it: the steps of the guide, the rules that its mistakes teach, and the verifier. */
export function skillMarkdown(): Promise<string> {
  written ??= write().catch((error: unknown) => {
    written = undefined;
    throw error;
  });
  return written;
}

// Ten pages are rendered for it, and none of them changes while the site is served.
let written: Promise<string> | undefined;

async function write(): Promise<string> {
  const sections = await Promise.all(steps.map(stepSection));
  return withSiteUrl(`---
name: ${skill.name}
description: ${skill.description}
---

# better-auth in front of an assistant-ui chat

These are the commands and files of a guide, ${sitePlaceholder}/docs.md, whose every step is tested. Take the files as they are. Do not write your own version
of a route from memory: the usual one lacks a check. Work is done when the verifier says \`0 fail\` ([Verify](#verify)), and not before.

- Look something up: the MCP server at ${sitePlaceholder}${mcpUrl} (search, pages, steps, files, mistakes), or the list of pages at ${sitePlaceholder}/llms.txt.
- Needed: Node.js 22 or newer. No key and no account: in development a stand-in answers for the model.

## Choose a way

- **Nothing is there yet, and nothing is to be kept.** Take the whole app, then go to [Verify](#verify):

${fence(await wholeAppCommands())}
- **A new project, or one without chat and sign-in.** Take all steps below, in their order.
- **A project that has assistant-ui, better-auth, or both.** Read ${sitePlaceholder}/docs/your-app.md first. It says which steps to leave out, and what the
  project's own files must export.

## Steps

Run the commands of a step in the project's folder, and hold its check before you go on. \`npm run dev\` means: (re)start the app, and leave it running.
With the code in \`src/\`, put \`src/\` before \`app/\`, \`db/\`, \`dev/\`, \`lib/\`, \`server/\` and \`auth.ts\` in commands. With pnpm, yarn or bun, the page of the step has
the commands. shadcn asks before it overwrites a file that differs: yes in a new project, and no where the file is the project's own; then do what
*If you had it* says.

${sections.join("\n")}
## Rules

They hold for every route and component that you write or change, also beyond these steps.

${mistakes.map(ruleText).join("\n")}
## Verify

With the app running:

${fence([verifierCommand(sitePlaceholder)])}
It makes two users and tries what neither of them may do. Exit code 0: everything that the app has holds. 1: each \`not ok\` names the request that shows the fault, and the
page to read. 2: it could not run, and says why. What an app does not have is skipped, and skipped is not held. Other paths, sign-in without e-mail and CI:
${sitePlaceholder}/docs/run-and-verify.md.

What stays on the screen when the user changes, only a browser shows. Copy the tests of ${sitePlaceholder}/docs/test-your-app.md.
`);
}

async function stepSection(step: Step, at: number): Promise<string> {
  const { slug, files, merge = {}, check } = step;
  const page = source.getPage([slug]);
  const list = Object.entries(files).map(([path, holds]) => {
    const advice = merge[path] ? ` If you had it: ${merge[path]}` : "";
    return `- \`${path}\`: ${holds}.${advice}\n`;
  });
  const holds =
    "run" in check
      ? `\`${check.run}\` prints \`${check.prints}\`.`
      : `http://localhost:3000${check.open}, after signing in, shows "${check.shows}".`;
  return `### ${at + 1}. ${page?.data.title}

${fence(await stepCommands(slug))}
${list.join("")}
Check: ${holds}
If it fails, and why it is so: ${sitePlaceholder}/docs/${slug}.md
`;
}

function ruleText({ name, rule, test, page }: (typeof mistakes)[number]): string {
  const checks = brokenBy[name].map((check) => `\`${check}\``).join(", ");
  const seen = checks ? ` The verifier sees it: ${checks}.` : "";
  return `- ${rule}\n  How to see it: ${test}${seen} More: ${sitePlaceholder}/docs/${page}.md\n`;
}

const fence = (commands: string[]) => `\`\`\`sh\n${commands.join("\n")}\n\`\`\`\n`;
