interface Chunk {
  type: string;
  messageId?: string;
  delta?: string;
  errorText?: string;
}

/** What a chat answered, read to its end. */
export async function readChat(response: Response) {
  const lines = (await response.text()).split("\n").filter((line) => line.startsWith("data: {"));
  const chunks = lines.map((line) => JSON.parse(line.slice("data: ".length)) as Chunk);
  return {
    id: chunks.find(({ type }) => type === "start")?.messageId,
    text: chunks.map((chunk) => (chunk.type === "text-delta" ? chunk.delta : "")).join(""),
    error: chunks.find(({ type }) => type === "error")?.errorText,
  };
}
