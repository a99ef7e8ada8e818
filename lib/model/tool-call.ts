import { randomUUID } from "node:crypto";
import { type ToolOffer, toolCallFor } from "~/examples/nextjs/dev/stand-in-model";
import { describeResponse } from "./response-object";

interface ToolCall {
  name: string;
  /** Its arguments as JSON. */
  args: string;
}

/**
 * The tool that a question asks for. A tool that takes the user's id gets the one in the question, and else the one that its
 * description names, as a model would do it.
 */
export function chooseTool(question: string, tools: readonly ToolOffer[]): ToolCall | undefined {
  const call = toolCallFor(question, tools);
  const offer = tools.find(({ name }) => name === call?.name);
  const id = /\bthe id (\w+)/.exec(offer?.description ?? "")?.[1];
  const isTold = id !== undefined && offer?.parameters?.properties?.userId !== undefined;
  return call && isTold ? { ...call, args: JSON.stringify({ userId: id, ...JSON.parse(call.args) }) } : call;
}

/** The answer to a request that calls a tool, whole or as the Responses API's server-sent events. */
export function callResponse({ name, args }: ToolCall, promptText: string, isStream: boolean): Response {
  const { response } = describeResponse("", promptText);
  const id = randomUUID().replaceAll("-", "");
  const started = { type: "function_call", id: `fc_${id}`, call_id: `call_${id}`, name, arguments: "" };
  const item = { ...started, arguments: args, status: "completed" };
  const completed = { ...response("completed"), output: [item] };
  if (!isStream) return Response.json(completed);

  const events = [
    { type: "response.created", response: response("in_progress") },
    { type: "response.output_item.added", output_index: 0, item: started },
    { type: "response.function_call_arguments.delta", output_index: 0, item_id: item.id, delta: args },
    { type: "response.output_item.done", output_index: 0, item },
    { type: "response.completed", response: completed },
  ];
  const lines = events.map((event, sequence_number) => {
    const data = JSON.stringify({ ...event, sequence_number });
    return `event: ${event.type}\ndata: ${data}\n\n`;
  });
  return new Response(lines.join(""), {
    headers: { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-cache" },
  });
}
