import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";

/**
 * A stand-in for OpenAI's Responses API. It answers `You said: …`, unless the last message says otherwise:
 * `[fail]` gives 500 with a secret in its text, `[break]` two words and a torn connection, `[hold]` two words and the
 * rest when somebody calls `POST /release`, `[recall]` all that it was sent. A request with instructions is one for a title: it gets `About …`, or 500
 * for `[no title]`. `[call tool {…}]` calls that tool, and the answer to what it gives begins with `It gave: `. `GET /aborted` counts the held answers whose reader left, `GET /asked` all that were asked for. All three
 * take `?question=…`, because tests run side by side, and then speak of the questions in which that stands.
 */
export async function startFakeOpenAI() {
  const held = new Map<() => void, string>();
  const aborted: string[] = [];
  const asked: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://model");
    const meant = (question: string) => question.includes(searchParams.get("question") ?? "");
    if (pathname === "/aborted") return void response.end(String(aborted.filter(meant).length));
    if (pathname === "/asked") return void response.end(String(asked.filter(meant).length));
    if (pathname === "/release") {
      for (const [release, question] of held) if (meant(question)) release();
      return void response.end();
    }

    const { said, isTitle, calls, outputs } = parse(JSON.parse(await text(request)));
    const question = said.at(-1) ?? "";
    asked.push(question);
    if (question.includes(isTitle ? "[no title]" : "[fail]")) {
      response.writeHead(500, { "Content-Type": "application/json" });
      return void response.end(JSON.stringify({ error: { message: failure, type: "server_error" } }));
    }
    if (calls.length > 0) {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      for (const event of callEvents(calls)) send(response, event);
      return void response.end();
    }
    const answer = question.includes("[recall]")
      ? `I was sent: ${said.join(" | ")}`
      : outputs.length > 0
        ? `It gave: ${outputs.join(" | ")}`
        : `You said: ${question}`;
    const words = isTitle ? titleOf(question) : answer.split(/(?<= )/);
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

const message = z.object({
  role: z.string(),
  content: z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]),
});
const output = z.object({ type: z.literal("function_call_output"), output: z.string() });
const call = z.object({ type: z.literal("function_call") });

const body = z.object({
  input: z.array(z.union([message, output, call])),
  tools: z.array(z.object({ name: z.string() })).default([]),
});

/** What was said, what the tools gave since the last question, and the tools that it has to call now. */
function parse(request: unknown) {
  const { input, tools } = body.parse(request);
  const messages = input.filter((item) => "role" in item);
  const said = messages.map(({ content }) =>
    typeof content === "string" ? content : content.map((part) => part.text ?? "").join(" "),
  );
  const isTitle = messages.some(({ role }) => role === "system");
  const since = input.findLastIndex((item) => "role" in item && item.role === "user");
  const outputs = input.slice(since).flatMap((item) => ("output" in item ? [item.output] : []));
  const asked = [...(said.at(-1) ?? "").matchAll(/\[call (\w+) (\{.*?\})\]/g)];
  const isNew = !isTitle && outputs.length === 0;
  const calls = isNew ? asked.map(([, name = "", args = ""]) => ({ name, args })) : [];
  return {
    said,
    isTitle,
    outputs,
    calls: calls.filter(({ name }) => tools.some((tool) => tool.name === name)),
  };
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

function callEvents(calls: { name: string; args: string }[]) {
  const response = { id: "resp_1", created_at: 0, model: "fake", output: [], usage: null };
  const items = calls.map(({ name, args }, index) => ({
    output_index: index,
    item: { type: "function_call", id: `fc_${index}`, call_id: randomUUID(), name, arguments: args },
  }));
  const usage = { input_tokens: 1, output_tokens: 1 };
  return [
    { type: "response.created", response: { ...response, status: "in_progress" } },
    ...items.flatMap(({ output_index, item }) => [
      { type: "response.output_item.added", output_index, item: { ...item, arguments: "" } },
      {
        type: "response.function_call_arguments.delta",
        item_id: item.id,
        output_index,
        delta: item.arguments,
      },
      { type: "response.output_item.done", output_index, item: { ...item, status: "completed" } },
    ]),
    { type: "response.completed", response: { ...response, status: "completed", usage } },
  ];
}

function send(response: ServerResponse, event: { type: string }) {
  response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}
