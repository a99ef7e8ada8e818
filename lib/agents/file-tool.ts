import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { exampleFiles, readExampleFile, readExampleFiles } from "~/lib/examples/files";
import { readRegions, withoutMarkers } from "~/lib/listings/regions";
import { stepOf } from "~/lib/steps/steps";
import { json, text, unknown } from "./tool-answer";

const app = "examples/nextjs/";

/** The files of the examples: which there are, and one of them whole or in part. */
export function registerFileTool(server: McpServer) {
  server.registerTool(
    "list_files",
    {
      title: "List files",
      description: "Every file of the examples: its path, its regions, and the step that brings it",
      inputSchema: z.object({}),
      annotations: { readOnlyHint: true },
    },
    async () =>
      json(
        readExampleFiles().map(({ file, text }) => ({
          path: file,
          regions: readRegions(text).regions.map(({ name }) => name),
          step: stepOf(file)?.slug,
        })),
      ),
  );
  server.registerTool(
    "get_file",
    {
      title: "Get a file",
      description: "The text of a file of the examples, whole or one region of it",
      inputSchema: z.object({
        path: z
          .string()
          .max(200)
          .describe("A path of list_files. Without a folder of examples/, one of the Next.js app"),
        region: z.string().max(100).optional().describe("A region of the file. Without one, the whole file"),
      }),
      annotations: { readOnlyHint: true },
    },
    async ({ path, region }) => {
      const file = readExampleFile(path) ?? readExampleFile(app + path);
      if (!file) return unknown("file", path, exampleFiles());
      if (region === undefined) return text(withoutMarkers(file.text));
      const { code, regions } = readRegions(file.text);
      const found = regions.find(({ name }) => name === region);
      if (!found)
        return unknown(
          "region",
          region,
          regions.map(({ name }) => name),
        );
      return text(code.split("\n").slice(found.start, found.end).join("\n"));
    },
  );
}
