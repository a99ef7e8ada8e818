/** What a chat sends: the conversation so far, which ends with a question. */
export const question = (text: string, id: string = crypto.randomUUID()) => ({
  id,
  role: "user",
  parts: [{ type: "text", text }],
});

/** A row of a thread's history. */
export const row = (
  text: string,
  { id = crypto.randomUUID() as string, parent = null as string | null } = {},
) => ({
  id,
  parent_id: parent,
  format: "ai-sdk/v6",
  content: { role: "user", parts: [{ type: "text", text }] },
});
