import { seedPassword, seedUsers } from "~/lib/sandbox/protocol/seed-users";

/** The users that a demo signs in with one click. */
export const demoUsers = seedUsers.map(({ name, email }) => ({ name, email, password: seedPassword }));

export type DemoUser = (typeof demoUsers)[number];
