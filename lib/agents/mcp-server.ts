import { McpServer } from "@modelcontextprotocol/server";
import { registerSearchTool, registerSourceTools } from "fumadocs-core/mcp";
import { guide, markdownSource, pageList, pageMarkdown } from "~/lib/guide/page-markdown";
import { searchSite } from "~/lib/search/site-search";
import { siteDescription, siteName, siteUrl } from "~/lib/site";
import { version } from "~/package.json";
import { registerFileTool } from "./file-tool";
import { registerMistakeTools } from "./mistake-tools";
import { registerStepTools } from "./step-tools";

const instructions = `The guide at ${siteUrl}: better-auth in front of an assistant-ui chat. To add it to a project, call list_steps and take each step in its order with get_step. Take files as they are. Before you write or review a route of threads, messages or a chat, read list_mistakes. Work is done when the command of list_checks says "0 fail".`;

/** The pages by any address that an agent has read: of the Markdown or of the page, absolute or not. */
const pages = {
  ...markdownSource,
  getPageByUrl: (url: string) => markdownSource.getPageByUrl(pathOf(url)),
};

const pathOf = (url: string) => (URL.parse(url, siteUrl)?.pathname ?? url).replace(/(?:\.md)?\/?$/, ".md");

/** A server for one request. All that it has is read-only, and the same for everybody. */
export function createGuideServer(): McpServer {
  const server = new McpServer(
    { name: "better-auth-assistant-ui", title: siteName, version, description: siteDescription },
    { instructions },
  );
  // `export` is for a search in the browser, which this tool does not do.
  registerSearchTool(server, { search: searchSite, export: async () => undefined });
  registerSourceTools(server, pages, { ...guide, index: pageList, page: pageMarkdown });
  registerStepTools(server);
  registerFileTool(server);
  registerMistakeTools(server);
  return server;
}
