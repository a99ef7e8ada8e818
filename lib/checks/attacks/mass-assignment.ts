import { provenActions } from "../actions";
import { isSuccess } from "../answer";
import type { App } from "../app";
import type { Attack } from "../attack";
import type { Findings } from "../findings";
import type { ThreadAction } from "../shape";
import { newThread, rememberThread, seeThread, threadBody } from "../threads";

export const massAssignment = {
  name: "mass-assignment",
  promise: "no field gives a thread another owner or id",
  page: "scope-threads-by-user",
  async run(app, found) {
    const { ownerFields, unproven } = app.shape;
    const actions = await provenActions(app, found);
    for (const field of ownerFields) await makeWith(field, app, found);

    const rename = actions.find(({ name }) => name === "rename");
    if (!rename) {
      found.notes.push(`Not tried on an existing thread: ${unproven.get("rename")}.`);
      return;
    }
    let thread = await newThread(app, app.a, found);
    for (const field of [...ownerFields, "id"]) {
      const stays = await changeWith(field, rename, thread, app, found);
      if (!stays) thread = await newThread(app, app.a, found);
    }
  },
} as const satisfies Attack;

/** Makes a thread that names its owner. */
async function makeWith(field: string, app: App, found: Findings) {
  const { a, b, paths } = app;
  const body = { ...threadBody(app), [field]: b.id };
  const made = await app.send("POST", paths.threads, { as: a, body });
  const id = rememberThread(app, made, a);
  const seen = id === undefined ? undefined : await seeThread(app, a, id);
  const what = `A new thread with \`${field}\` ${b.id} in its body`;
  found.judge(made, seen?.isSeen !== false, {
    right: `${what}: ${seen ? "ignored" : "refused"}.`,
    wrong: `${what} was not its maker’s.`,
  });
  if (!seen) return;
  found.judge(seen.answer, seen.isSeen, {
    right: `The thread is ${a.name}’s.`,
    wrong: `The thread is not ${a.name}’s.`,
  });
}

/** Changes a thread's owner or id in passing, and says whether it is still where it was. */
async function changeWith(
  field: string,
  { method }: ThreadAction,
  thread: string,
  app: App,
  found: Findings,
) {
  const { a, b } = app;
  const newId = crypto.randomUUID();
  const value = field === "id" ? newId : b.id;
  const body = { title: "Moved by verify.mjs", [field]: value };
  const changed = await app.send(method, app.paths.thread, { as: a, thread, body });
  const { answer, isSeen } = await seeThread(app, a, thread);
  if (!isSeen && field === "id") app.made.set(newId, a);

  const what = `A change with ${field === "id" ? "another id" : `\`${field}\` ${value}`} in its body`;
  found.judge(changed, isSeen, {
    right: `${what}: ${isSuccess(changed) ? "ignored" : "refused"}.`,
    wrong: `${what} moved the thread.`,
  });
  found.judge(answer, isSeen, {
    right: "The thread is where it was.",
    wrong: `${a.name}’s thread is no longer there for ${a.name}.`,
  });
  return isSeen;
}
