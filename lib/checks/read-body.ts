/** How a model's answer begins. */
export interface FirstChunk {
  /** Whether a word of the model came. */
  hasWords: boolean;
  /** What the stream says instead. */
  error?: string;
}

/** Reads as much of an answer as is wanted. */
export async function readBody(response: Response, read: "all" | "first chunk" | "nothing" = "all") {
  if (read === "all" || !response.ok) return { text: await response.text() };
  if (read === "first chunk") return { text: "", firstChunk: await readFirstChunk(response) };
  await response.body?.cancel();
  return { text: "" };
}

/** Reads an answer until it has begun, and then leaves, so that the model stops too. */
async function readFirstChunk({ body, headers }: Response): Promise<FirstChunk> {
  // The AI SDK's stream opens with parts that hold no words yet. Of any other stream, the first character will do.
  const words = headers.has("x-vercel-ai-ui-message-stream") ? /"type":"(text|reasoning)-delta"/ : /\S/;
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
    text += chunk.value;
    const error = /"type":"error","errorText":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
    if (error === undefined && !words.test(text)) continue;
    await reader?.cancel();
    return error === undefined ? { hasWords: true } : { hasWords: false, error };
  }
  return { hasWords: false };
}
