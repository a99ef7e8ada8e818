/** The password of both users. It is no secret: the demos show it. */
export const seedPassword = "correct-horse-battery";

/** The two users that every sandbox starts with. Their ids have the form that better-auth draws. */
export const seedUsers = [
  { id: "Al1ceK7mQwZ2xVbN8rTgYhPd4sJfLc0E", name: "Alice", email: "alice@example.com" },
  { id: "B0bR5tYpW9zXcVnM3kLjHgFdS6aQeU1i", name: "Bob", email: "bob@example.com" },
] as const;

export type SeedName = (typeof seedUsers)[number]["name"];
