// #region length
/** How much a user may write in one message, as JSON in UTF-8. */
export const maxTextBytes = 60 * 1024;

/** By how many bytes a text is too long, or 0. */
export function excessOf(text: string) {
  const { length } = new TextEncoder().encode(JSON.stringify(text));
  return Math.max(0, length - maxTextBytes);
}
// #endregion length

/**
 * An answer that failed, or was stopped before its first word. It is not stored: a
 * reader who comes back would see an empty bubble.
 */
export function isEmptyAnswer({ role, parts }: { role?: unknown; parts?: unknown }) {
  return role === "assistant" && Array.isArray(parts) && !parts.some(saysSomething);
}

const saysSomething = ({ type, text }: { type?: unknown; text?: unknown }) =>
  type !== "step-start" && text !== "";

/** An answer whose tool call the user has decided. It is not carried out yet. */
export const goesOn = ({ parts }: { parts?: unknown }) =>
  Array.isArray(parts) && parts.some(({ state }) => state === "approval-responded");
