const longest = 6;
/** Words at the start of a question that are not its subject. */
const opening =
  /^(?:(?:please|hi|hello|hey|so|ok(?:ay)?|and|but|can|could|would|will|should|how|what|why|when|where|which|who|do|does|did|is|are|was|were|i|you|we|me|my|tell|explain|show|about|to|the|a|an|it|it's|that)\b[\s,]*)+/i;
/** Words that a cut must not leave at the end. */
const dangling =
  / (?:a|an|and|as|at|but|by|for|from|if|in|into|is|my|not|of|on|or|our|so|that|the|their|to|when|with|your)$/i;

/** Whether a request's instructions ask for a title instead of an answer. */
export function asksForTitle(instructions: string): boolean {
  return /\btitle\b/i.test(instructions);
}

/** A conversation's title: its subject in at most six words, as its first message names it. */
export function titleOf(firstMessage: string): string {
  const sentences = firstMessage
    .slice(0, 1_000)
    .replace(/```[\s\S]*?(?:```|$)/g, " ")
    .replace(/https?:\/\/\S+/g, " ")
    .replace(/[*_`"“”#>[\]]+/g, "")
    .split(/[.?!](?=\s|$)|\n/)
    .map((sentence) => sentence.replace(/\s+/g, " ").trim());
  const sentence = sentences.find((part) => /[\p{L}\p{N}]/u.test(part)) ?? "";
  const subject = sentence.replace(opening, "") || sentence;
  const words = subject.split(" ");
  let title = words.slice(0, longest).join(" ");
  while (words.length > longest && dangling.test(title)) title = title.replace(dangling, "");
  // So many, and no more: a pattern that looks for an end from each of many places takes ever longer.
  title = title.replace(/[\s.,;:!?'’-]{1,20}$/, "").slice(0, 80);
  return title === "" ? "New conversation" : title[0]?.toUpperCase() + title.slice(1);
}
