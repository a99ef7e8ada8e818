import type { DemoUser } from "~/components/demo/LiveDemo";
import { seedPassword, seedUsers } from "~/lib/sandbox/protocol/seed-users";

/** Who a demo signs in with one click. */
export const demoUsers: DemoUser[] = seedUsers.map(({ name, email }) => ({
  name,
  email,
  password: seedPassword,
}));
