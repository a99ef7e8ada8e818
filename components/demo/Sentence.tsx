interface SentenceProps {
  text: string;
  userIds: readonly string[];
}

/** A sentence in which the users' ids wear their colour. */
export function Sentence({ text, userIds }: SentenceProps) {
  const words = text.split(" ");
  return words.map((word, index) => {
    const id = userIds.find((id) => word.startsWith(id));
    const space = index < words.length - 1 ? " " : "";
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a sentence does not change
      <span key={index}>
        {id ? <code className="user-id">{id}</code> : word}
        {id && word.slice(id.length)}
        {space}
      </span>
    );
  });
}
