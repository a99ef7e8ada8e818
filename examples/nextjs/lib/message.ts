/**
 * An answer that failed, or was stopped before its first word. It is not stored: a
 * reader who comes back would see an empty bubble.
 */
export function isEmptyAnswer({ role, parts }: { role?: unknown; parts?: unknown }) {
  return role === "assistant" && Array.isArray(parts) && !parts.some(hasText);
}

const hasText = (part: { type?: unknown; text?: unknown }) =>
  part.type === "text" && part.text !== "";
