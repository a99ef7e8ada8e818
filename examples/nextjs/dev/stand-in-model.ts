import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { basename } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

// A stand-in for a language model, so that the app can be tried without a key. It
// speaks as much of OpenAI's `POST /v1/responses` as the AI SDK needs for text.

/** Milliseconds from word to word. */
const pace = 25;

interface StandInOptions {
  /** 0 takes any free port. */
  port?: number;
  /** What callers must send. Other programs on this machine do not know it. */
  key?: string;
}

/** Listens on this machine only. The two values are for the AI SDK's OpenAI provider. */
export async function startStandInModel({
  port = 0,
  key = randomBytes(24).toString("base64url"),
}: StandInOptions = {}) {
  const server = createServer((request, response) => {
    respond(request, response, key).catch((error) => {
      console.error("The stand-in for the model failed:", error);
      response.destroy();
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const used = typeof address === "object" ? address?.port : port;
  return { server, key, baseURL: `http://127.0.0.1:${used}/v1` };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
) {
  if (request.method !== "POST" || request.url !== "/v1/responses")
    return refuse(response, 404, "There is nothing but POST /v1/responses here.");
  if (request.headers.authorization !== `Bearer ${key}`)
    return refuse(response, 401, "The key is another one.");

  const { question, isTitle, isStream } = read(await text(request));
  const answer = isTitle ? titleFor(question) : answerTo(question);
  const parts = describe(answer);
  if (!isStream) {
    response.writeHead(200, { "Content-Type": "application/json" });
    return response.end(JSON.stringify(parts.response("completed")));
  }

  response.writeHead(200, { "Content-Type": "text/event-stream" });
  const send = (event: { type: string }) =>
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  for (const event of parts.start) send(event);
  for (const word of answer.split(/(?<= )/)) {
    await sleep(pace);
    // The reader has pressed “Stop” or left.
    if (response.destroyed) return;
    send(parts.delta(word));
  }
  for (const event of parts.end) send(event);
  return response.end();
}

function refuse(response: ServerResponse, status: number, message: string) {
  response.writeHead(status, { "Content-Type": "application/json" });
  return response.end(
    JSON.stringify({ error: { message, type: "invalid_request_error" } }),
  );
}

interface Message {
  role: string;
  content: string | { text?: string }[];
}

/** The last question, and whether the app wants a title for it. */
function read(json: string) {
  const { input, stream }: { input: Message[]; stream?: boolean } = JSON.parse(json);
  const said = input.map(({ role, content }) => ({
    role,
    text:
      typeof content === "string"
        ? content
        : content.map((part) => part.text ?? "").join(" "),
  }));
  const questions = said.filter(({ role }) => role === "user");
  // The AI SDK sends instructions as a message of the system or of the developer.
  const instructions = said.filter(({ role }) => /system|developer/.test(role));
  return {
    question: (questions.at(-1)?.text ?? "").trim().replace(/\s+/g, " "),
    isTitle: instructions.some(({ text }) => /\btitle\b/i.test(text)),
    isStream: stream === true,
  };
}

function titleFor(question: string) {
  const words = question
    .replace(/[`*_#]/g, "")
    .split(" ")
    .slice(0, 6)
    .join(" ");
  return words.slice(0, 60).replace(/[\s.,;:!?]{1,20}$/, "") || "A new thread";
}

function answerTo(question: string) {
  const repeated =
    question.length > 80 ? `${question.slice(0, 80).trimEnd()}…` : question;
  return `You asked: “${repeated}” I am a stand-in for a model, and know no answer. Put \`OPENAI_API_KEY\` into \`.env.local\` and restart, and a real one answers.`;
}

type Status = "in_progress" | "completed";

/** The response object of OpenAI's API, and the events of which its stream is made. */
function describe(answer: string) {
  const id = randomUUID();
  const text = { type: "output_text", text: answer, annotations: [] };
  const item = (status: Status) => ({
    type: "message",
    id: `msg_${id}`,
    role: "assistant",
    status,
    content: status === "completed" ? [text] : [],
  });
  const response = (status: Status) => ({
    id: `resp_${id}`,
    object: "response",
    created_at: Math.floor(Date.now() / 1000),
    model: "stand-in",
    status,
    output: status === "completed" ? [item(status)] : [],
    usage:
      status === "completed"
        ? { input_tokens: 0, output_tokens: 0, total_tokens: 0 }
        : null,
  });
  return {
    response,
    start: [
      { type: "response.created", response: response("in_progress") },
      {
        type: "response.output_item.added",
        output_index: 0,
        item: item("in_progress"),
      },
    ],
    delta: (delta: string) => ({
      type: "response.output_text.delta",
      item_id: `msg_${id}`,
      output_index: 0,
      content_index: 0,
      delta,
    }),
    end: [
      { type: "response.output_item.done", output_index: 0, item: item("completed") },
      { type: "response.completed", response: response("completed") },
    ],
  };
}

// `node dev/stand-in-model.ts` starts it alone, for an app that was built.
if (basename(process.argv[1] ?? "") === "stand-in-model.ts") {
  startStandInModel({
    port: Number(process.env.PORT ?? 0),
    key: process.env.OPENAI_API_KEY,
  }).then(({ baseURL, key }) => {
    console.warn(`OPENAI_BASE_URL=${baseURL} OPENAI_API_KEY=${key}`);
  });
}
