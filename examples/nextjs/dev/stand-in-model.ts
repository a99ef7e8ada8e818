import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { basename } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

// A stand-in for a language model, so that the app can be tried without a key. It
// speaks as much of OpenAI's `POST /v1/responses` as the AI SDK needs for text and tools.

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

  const { question, isTitle, isStream, output, tools } = read(await text(request));
  const call = output === undefined ? toolCallFor(question, tools) : undefined;
  const given = output && `The tool gave: ${output}`;
  const answer = isTitle ? titleFor(question) : (given ?? answerTo(question));
  const parts = describe(answer);
  if (!isStream) {
    response.writeHead(200, { "Content-Type": "application/json" });
    return response.end(JSON.stringify(parts.response("completed")));
  }

  response.writeHead(200, { "Content-Type": "text/event-stream" });
  const send = (event: { type: string }) =>
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  if (call) {
    for (const event of callEvents(call, parts)) send(event);
    return response.end();
  }
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

/** A message, the call of a tool, or what a tool gave. */
interface Item {
  role?: string;
  content?: string | { text?: string }[];
  output?: string;
}

interface Body {
  input: Item[];
  stream?: boolean;
  tools?: ToolOffer[];
}

/** The last question, what a tool gave since, and whether the app wants a title. */
function read(json: string) {
  const { input, stream, tools = [] }: Body = JSON.parse(json);
  const said = input.map(({ role = "", content = "" }) => ({
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
    output: input.at(-1)?.output,
    tools,
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

/** A tool as a request to the model describes it. */
export interface ToolOffer {
  name?: string;
  description?: string;
  parameters?: { properties?: Record<string, unknown> };
}

// Words that ask for a tool, and the names of the arguments that stand in them.
const requests = [
  {
    name: "searchThreads",
    asked: /\bsearch (?:my|the) threads (?:of (\S+) )?for (.+)/i,
    names: ["userId", "words"],
  },
  {
    name: "renameThread",
    asked: /\brename this thread (?:(\S+) )?to (.+)/i,
    names: ["threadId", "title"],
  },
];

/** The tool that a question asks for, with its arguments as JSON. */
export function toolCallFor(question: string, tools: readonly ToolOffer[]) {
  for (const { name, asked, names } of requests) {
    const offer = tools.find((tool) => tool.name === name);
    const [, ...texts] = asked.exec(question.slice(0, 300)) ?? [];
    if (!offer?.parameters?.properties || texts.length === 0) continue;

    const args: Record<string, string> = {};
    for (const [i, argument] of names.entries())
      if (texts[i] && argument in offer.parameters.properties)
        args[argument] = texts[i].replace(/^["“”']|["“”'.?!]{1,3}$/g, "");
    return { name, args: JSON.stringify(args) };
  }
  return undefined;
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

function callEvents(
  { name, args }: { name: string; args: string },
  { response }: ReturnType<typeof describe>,
) {
  const id = randomUUID();
  const item = { type: "function_call", id: `fc_${id}`, call_id: `call_${id}`, name };
  return [
    { type: "response.created", response: response("in_progress") },
    {
      type: "response.output_item.added",
      output_index: 0,
      item: { ...item, arguments: "" },
    },
    {
      type: "response.output_item.done",
      output_index: 0,
      item: { ...item, arguments: args, status: "completed" },
    },
    { type: "response.completed", response: response("completed") },
  ];
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
