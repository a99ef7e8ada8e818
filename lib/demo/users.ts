import { seedPassword, seedUsers } from "~/lib/sandbox/protocol/seed-users";

export interface DemoUser {
  name: string;
  email: string;
  password: string;
}

/** The users that a demo signs in with one click. */
export const demoUsers: DemoUser[] = seedUsers.map(({ name, email }) => ({
  name,
  email,
  password: seedPassword,
}));
