import { UserIdValue } from "./UserIdValue";

interface TextWithCodeProps {
  text: string;
  userIds: readonly string[];
}

/** A sentence with `code` in backticks, in which the users' ids wear their colour. */
export function TextWithCode({ text, userIds }: TextWithCodeProps) {
  const special = new RegExp(["(`[^`]+`", ...userIds].join("|").concat(")"));
  return text.split(special).map((part, index) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: a sentence does not change
    if (userIds.includes(part)) return <UserIdValue key={index} text={part} />;
    if (part.startsWith("`")) return <code key={index}>{part.slice(1, -1)}</code>;
    return part;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: a sentence does not change
  });
}
