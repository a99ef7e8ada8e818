/** What to say of that which a tool gave. A refusal comes as text, and not as JSON. */
export function sayToolOutput(output: string) {
  const given = parse(output);
  if (Array.isArray(given))
    return given.length === 0
      ? "I found nothing in your other threads."
      : `I found ${given.map(({ title }) => `“${title}”`).join(", ")}.`;
  if (given?.error) return given.error;
  if (given?.title) return `Done. The thread is called “${given.title}” now.`;
  return "That was not done.";
}

function parse(output: string): { title?: string; error?: string } | { title?: string }[] | null {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}
