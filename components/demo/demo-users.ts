import { seedPassword, seedUsers } from "~/lib/sandbox/seed";
import type { DemoUser } from "./LiveDemo";

/** Who a demo signs in with one click. */
export const demoUsers: DemoUser[] = seedUsers.map(({ name, email }) => ({
  name,
  email,
  password: seedPassword,
}));
