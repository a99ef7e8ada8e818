import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";

/**
 * A stand-in for OpenAI's Responses API. What the last message says decides what it does:
 * `[fail]` answers 500 with a secret in its text, `[hold]` streams two words and then waits until the reader leaves or
 * somebody calls `POST /release`. Everything else is answered with `You said: …`. `GET /aborted` counts the readers that left.
 */
export async function startFakeOpenAI() {
  const held = new Set<() => void>();
  let aborted = 0;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (request.url === "/aborted") return void response.end(String(aborted));
    if (request.url === "/release") {
      for (const release of held) release();
      return void response.end();
    }
    const question = lastText(JSON.parse(await text(request)));
    if (question.includes("[fail]")) {
      response.writeHead(500, { "Content-Type": "application/json" });
      return void response.end(JSON.stringify({ error: { message: failure, type: "server_error" } }));
    }
    const words = `You said: ${question}`.split(/(?<= )/);
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    const events = streamOf(words);
    for (const event of events.start) send(response, event);
    send(response, events.delta(words.slice(0, 2).join("")));
    if (question.includes("[hold]")) {
      const left = await Promise.race([
        once(response, "close").then(() => true),
        new Promise<false>((resolve) => held.add(() => resolve(false))),
      ]);
      if (left) {
        aborted++;
        return;
      }
    }
    send(response, events.delta(words.slice(2).join("")));
    for (const event of events.end) send(response, event);
    response.end();
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");

  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** What a client must never read. */
const failure = "quota of account acct-4711 is used up";

const body = z.object({
  input: z.array(
    z.object({ content: z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]) }),
  ),
});

function lastText(request: unknown) {
  const content = body.parse(request).input.at(-1)?.content ?? "";
  return typeof content === "string" ? content : content.map((part) => part.text ?? "").join(" ");
}

function streamOf(words: string[]) {
  const text = words.join("");
  const inItem = { item_id: "msg_1", output_index: 0, content_index: 0 };
  const response = { id: "resp_1", created_at: 0, model: "fake", output: [], usage: null };
  const item = { type: "message", id: "msg_1", role: "assistant" };
  return {
    start: [
      { type: "response.created", response: { ...response, status: "in_progress" } },
      { type: "response.output_item.added", output_index: 0, item: { ...item, content: [] } },
    ],
    delta: (delta: string) => ({ type: "response.output_text.delta", ...inItem, delta }),
    end: [
      {
        type: "response.output_item.done",
        output_index: 0,
        item: { ...item, content: [{ type: "output_text", text, annotations: [] }] },
      },
      {
        type: "response.completed",
        response: {
          ...response,
          status: "completed",
          usage: { input_tokens: 1, output_tokens: words.length },
        },
      },
    ],
  };
}

function send(response: ServerResponse, event: { type: string }) {
  response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}
