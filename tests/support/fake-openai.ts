import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";

/**
 * A stand-in for OpenAI's Responses API. It answers `You said: …`, unless the last message says otherwise:
 * `[fail]` gives 500 with a secret in its text, `[break]` two words and a torn connection, `[hold]` two words and the
 * rest when somebody calls `POST /release`. A request with instructions is one for a title: it gets `About …`, or 500
 * for `[no title]`. `GET /aborted` counts the held answers whose reader left. Both take `?question=…`, because tests
 * run side by side, and then speak of the questions in which that stands.
 */
export async function startFakeOpenAI() {
  const held = new Map<() => void, string>();
  const aborted: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://model");
    const meant = (question: string) => question.includes(searchParams.get("question") ?? "");
    if (pathname === "/aborted") return void response.end(String(aborted.filter(meant).length));
    if (pathname === "/release") {
      for (const [release, question] of held) if (meant(question)) release();
      return void response.end();
    }

    const { question, isTitle } = parse(JSON.parse(await text(request)));
    if (question.includes(isTitle ? "[no title]" : "[fail]")) {
      response.writeHead(500, { "Content-Type": "application/json" });
      return void response.end(JSON.stringify({ error: { message: failure, type: "server_error" } }));
    }
    const words = isTitle ? titleOf(question) : `You said: ${question}`.split(/(?<= )/);
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    const events = streamOf(words);
    for (const event of events.start) send(response, event);
    send(response, events.delta(words.slice(0, 2).join("")));
    if (!isTitle && question.includes("[break]")) {
      // Once all of it is on its way.
      return void response.write(": torn\n\n", () => response.destroy());
    }
    if (!isTitle && question.includes("[hold]")) {
      const left = await Promise.race([
        once(response, "close").then(() => true),
        new Promise<false>((resolve) => held.set(() => resolve(false), question)),
      ]);
      if (left) {
        aborted.push(question);
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
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** What a client must never read. */
export const failure = "quota of account acct-4711 is used up";

const body = z.object({
  input: z.array(
    z.object({
      role: z.string(),
      content: z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]),
    }),
  ),
});

function parse(request: unknown) {
  const { input } = body.parse(request);
  const content = input.at(-1)?.content ?? "";
  const question = typeof content === "string" ? content : content.map((part) => part.text ?? "").join(" ");
  return { question, isTitle: input.some(({ role }) => role === "system") };
}

const titleOf = (question: string) => `About ${question.split(/\s+/).slice(0, 3).join(" ")}`.split(/(?<= )/);

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
