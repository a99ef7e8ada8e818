import { findDemo } from "~/lib/demo/demos";
import { demoUsers } from "~/lib/demo/users";
import { LiveDemo } from "./LiveDemo";

/** A part of the example at work, on a database of the reader's own. `name` is one of `lib/demo/demos.ts`. */
export function Demo({ name }: { name: string }) {
  const { title, browsers, height } = findDemo(name);
  return <LiveDemo name={name} title={title} browsers={browsers} height={height} users={demoUsers} />;
}
