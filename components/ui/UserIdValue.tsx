import { seedUsers } from "~/lib/sandbox/protocol/seed-users";

interface UserIdValueProps {
  /** The id, or a piece of code that holds it. */
  text: string;
  /** In a piece of code that is one already, a span. */
  as?: "code" | "span";
}

/**
 * A user's id, in the accent. A letter before it tells Alice's from Bob's at a glance. It is drawn by the style sheet
 * and named for screen readers, so that who copies the id gets the id alone.
 */
export function UserIdValue({ text, as: Tag = "code" }: UserIdValueProps) {
  const owner = ownerOf(text);
  return (
    <Tag className="user-id">
      {owner && (
        <span
          className="id-owner"
          role="img"
          aria-label={`${owner.name}’s id`}
          data-initial={owner.name[0]}
        />
      )}
      {text}
    </Tag>
  );
}

/** Whose id this is or holds, of the two users that every sandbox has. Undefined for an id of somebody else. */
export const ownerOf = (text: string) => seedUsers.find(({ id }) => text.includes(id));
