import { act, actionOf, provenActions } from "../actions";
import { isSuccess } from "../answer";
import type { App } from "../app";
import type { Attack } from "../attack";
import type { Findings } from "../findings";
import type { User } from "../request";
import { listIds, newThread } from "../threads";

export const isolation = {
  name: "isolation",
  promise: "a list holds its user's own threads",
  page: "scope-threads-by-user",
  lines: "eq(threads.userId, session.user.id)",
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
      // Such as `public, max-age=60` and `s-maxage=60`.
      const isShared = /\bpublic\b|s-maxage/.test(answer.caching);
      const shared = `A cache between the app and its users may keep ${user.name}’s list, and give it to others.`;
      found.judge(answer, hasOwn && !hasOther && !isShared, {
        right: `${user.name}’s list has ${user.name}’s new thread and not ${other.name}’s: the id of whoever asks must be in the \`where\`.`,
        wrong: hasOther
          ? `${user.name}’s list has ${other.name}’s thread.`
          : hasOwn
            ? shared
            : `${user.name}’s list lacks ${user.name}’s own new thread.`,
        mismatch: isShared ? ` with \`Cache-Control: ${answer.caching}\`` : "",
      });
    }
    await listArchived(app, ofA.thread, b, found);
  },
} as const satisfies Attack;

/** An archived thread is still its user's alone. */
async function listArchived(app: App, thread: string, other: User, found: Findings) {
  await provenActions(app, found);
  const rename = actionOf(app, "rename");
  if (!rename) return;
  const fields = { status: "archived" };
  const archived = await act(app, rename, { thread }, { as: app.a, fields, detail: "archiving it" });
  found.show(archived, `${app.a.name} archives a thread.`);
  if (!isSuccess(archived)) return;
  const { answer, ids } = await listIds(app, other);
  found.judge(answer, !ids.includes(thread), {
    right: `What ${app.a.name} has archived is not in ${other.name}’s list either.`,
    wrong: `${other.name}’s list has ${app.a.name}’s archived thread.`,
  });
}
