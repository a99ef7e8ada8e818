import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

/** What a tool answered: its text, read as JSON where it is, and whether it says that it failed. */
export interface ToolAnswer {
  text: string;
  isError: boolean;
}

/** An agent's client, connected to the site. */
export async function connectAgent(site: string) {
  const client = new Client({ name: "an agent", version: "1.0.0" });
  await client.connect(new StreamableHTTPClientTransport(new URL("/mcp", site)));

  async function call(name: string, args: Record<string, unknown> = {}): Promise<ToolAnswer> {
    const { content, isError } = await client.callTool({ name, arguments: args });
    const texts = content.flatMap((part) => (part.type === "text" ? [part.text] : []));
    return { text: texts.join("\n"), isError: isError === true };
  }

  return {
    client,
    call,
    /** Calls a tool that answers with JSON. */
    async read<Answer>(name: string, args?: Record<string, unknown>): Promise<Answer> {
      const { text, isError } = await call(name, args);
      if (isError) throw new Error(`${name} failed: ${text}`);
      return JSON.parse(text);
    },
  };
}
