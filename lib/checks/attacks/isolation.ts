import type { Attack } from "../attack";
import { listIds, newThread } from "../threads";

export const isolation = {
  name: "isolation",
  promise: "a list holds its user's own threads",
  page: "scope-threads-by-user",
  async run(app, found) {
    const { a, b } = app;
    const ofA = { user: a, thread: await newThread(app, a, found) };
    const ofB = { user: b, thread: await newThread(app, b, found) };
    for (const [own, others] of [
      [ofA, ofB],
      [ofB, ofA],
    ] as const) {
      const [user, other] = [own.user, others.user];
      const { answer, ids } = await listIds(app, user);
      const [hasOwn, hasOther] = [ids.includes(own.thread), ids.includes(others.thread)];
      found.judge(answer, hasOwn && !hasOther, {
        right: `${user.name}’s list has ${user.name}’s new thread and not ${other.name}’s: the id of whoever asks must be in the \`where\`.`,
        wrong: hasOther
          ? `${user.name}’s list has ${other.name}’s thread.`
          : `${user.name}’s list lacks ${user.name}’s own new thread.`,
      });
    }
  },
} as const satisfies Attack;
