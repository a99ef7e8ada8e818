import { exampleFiles } from "~/lib/examples/files";
import { intro, pageList } from "~/lib/guide/page-markdown";
import { rawUrl } from "~/lib/listings/file-url";
import { mcpUrl } from "~/lib/sandbox/protocol/addresses";
import { siteUrl } from "~/lib/site";
import { stepOf } from "~/lib/steps/steps";

/** What a program finds here (llms.txt): the pages, what is made for coding agents, and the text of every file. */
export async function llmsText(): Promise<string> {
  return `${intro}
## Pages

${await pageList()}

## For coding agents

- [Skill](${siteUrl}/skill.md): The steps, the rules and the check, in one text. \`npx skills add ${siteUrl}\` installs it.
- [MCP server](${siteUrl}${mcpUrl}): Search, pages, steps, files, mistakes and checks, by Streamable HTTP, without sign-in.
- [Registry](${siteUrl}/r/registry.json): Each step as an item for \`npx shadcn@4 add ${siteUrl}/r/<step>.json\`; \`all.json\` is all of them.
- [The whole app](${siteUrl}/starter.tgz): An archive that needs no settings.
- [The whole guide](${siteUrl}/llms-full.txt): All pages in one text.

## Files

${exampleFiles().map(fileLine).join("\n")}
`;
}

function fileLine(file: string): string {
  const holds = stepOf(file)?.files[file.replace("examples/nextjs/", "")];
  return `- [${file}](${siteUrl}${rawUrl(file)})${holds ? `: ${holds}` : ""}`;
}
