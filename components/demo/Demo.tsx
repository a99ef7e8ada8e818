import { findDemo } from "~/lib/demos";
import { seedPassword, seedUsers } from "~/lib/sandbox/seed";
import { LiveDemo } from "./LiveDemo";

const users = seedUsers.map(({ name, email }) => ({ name, email, password: seedPassword }));

/** A part of the example at work, on a database of the reader's own. `name` is one of `lib/demos.ts`. */
export function Demo({ name }: { name: string }) {
  const { title, browsers, height } = findDemo(name);
  return <LiveDemo name={name} title={title} browsers={browsers} height={height} users={users} />;
}
