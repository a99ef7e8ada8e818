import { act, actionOf, marker, provenActions, writeMessage } from "../actions";
import { isSuccess } from "../answer";
import type { App } from "../app";
import type { Attack } from "../attack";
import type { Findings } from "../findings";
import type { ProvenAction } from "../shape";
import { newThread, rememberThread, seeThread, threadBody } from "../threads";
import { newTarget } from "../view";

export const massAssignment = {
  name: "mass-assignment",
  promise: "no field gives a thread another owner, id or time, or a message another thread",
  page: "scope-threads-by-user",
  lines: "const threadChanges = z.strictObject({",
  async run(app, found) {
    const { ownerFields, unproven, makesThreadsByChat } = app.shape;
    await provenActions(app, found);
    if (!makesThreadsByChat) {
      for (const field of ownerFields) await makeWith(field, app, found);
      await makeWithTaken(app, found);
    }
    await writeElsewhere(app, found);

    const rename = actionOf(app, "rename");
    if (!rename) {
      found.notes.push(`Not tried on an existing thread: ${unproven.get("rename")}.`);
      return;
    }
    let thread = await newThread(app, app.a, found);
    for (const field of [...ownerFields, "id"]) {
      const stays = await changeWith(field, rename, thread, app, found);
      if (!stays) thread = await newThread(app, app.a, found);
    }
    await changeTimes(rename, thread, app, found);
  },
} as const satisfies Attack;

/** Makes a thread that names its owner. */
async function makeWith(field: string, app: App, found: Findings) {
  const { a, b, paths } = app;
  const body = { ...threadBody(app), [field]: b.id };
  const detail = `with \`${field}\` ${b.id} in its body`;
  const made = await app.send("POST", paths.threads, { as: a, body, detail });
  const id = rememberThread(app, made, a);
  const seen = id === undefined ? undefined : await seeThread(app, a, id);
  found.judge(made, seen?.isSeen !== false, {
    right: seen ? "The field is ignored." : "The field is refused.",
    wrong: "The new thread was not its maker’s.",
  });
  if (!seen) return;
  found.judge(seen.answer, seen.isSeen, {
    right: `The thread is ${a.name}’s.`,
    wrong: `The thread is not ${a.name}’s.`,
  });
}

/** Makes a thread under the id, and under the client's own name, of one that another user has. */
async function makeWithTaken(app: App, found: Findings) {
  const { a, b, paths } = app;
  const localId = crypto.randomUUID();
  const first = await app.send("POST", paths.threads, { as: a, body: threadBody(app, localId) });
  const named = rememberThread(app, first, a);
  found.show(first, `${a.name} makes a thread under a name of the client’s.`);
  const { thread } = await newTarget(app, a, found);
  const before = await seeThread(app, a, thread);
  found.show(before.answer, `This is how ${a.name} sees another one.`);
  const hasName = JSON.stringify(threadBody(app, localId)).includes(localId);
  const attempts = [
    { taken: thread, what: "the id", body: { ...threadBody(app), id: thread } },
    ...(hasName && named
      ? [{ taken: named, what: "the client’s name", body: threadBody(app, localId) }]
      : []),
  ];
  for (const { taken, what, body } of attempts) {
    const detail = `with ${what} of the other user's thread`;
    const made = await app.send("POST", paths.threads, { as: b, body, detail });
    const id = isSuccess(made) ? rememberThread(app, made, b) : undefined;
    // It is still of whoever had it first.
    app.made.set(taken, a);
    const own = id === undefined ? undefined : await seeThread(app, b, id);
    if (own) found.show(own.answer, `What ${b.name} has got.`);
    found.judge(made, own?.isSeen !== false, {
      right: own ? `${b.name} gets a thread of their own.` : "It is refused.",
      wrong: `${b.name} got ${a.name}’s thread, and none of their own.`,
    });
  }
  const after = await seeThread(app, a, thread);
  const isSame = after.isSeen && after.shown === before.shown;
  found.judge(after.answer, isSame, {
    right: `For ${a.name} nothing has changed.`,
    wrong: `${a.name}’s thread has changed, or has gone to whoever named its id.`,
  });
}

/** Writes a message that names another user's thread in its body. */
async function writeElsewhere(app: App, found: Findings) {
  const { a, b } = app;
  const [write, read] = [actionOf(app, "write message"), actionOf(app, "read messages")];
  if (!write || !read) return;
  const theirs = await newThread(app, a, found);
  const own = await newThread(app, b, found, `${b.name} makes a thread of their own.`);
  const text = marker("moved");
  for (const field of ["thread_id", "threadId"]) {
    const detail = `with \`${field}\` of the other user's thread in its body`;
    const written = await writeMessage(app, own, { as: b, text, fields: { [field]: theirs }, detail });
    const seen = await act(app, read, { thread: theirs }, { as: a });
    const isThere = seen.text.includes(text);
    found.show(seen, `${a.name}’s thread afterwards.`);
    found.judge(written, !isThere, {
      right: isSuccess(written) ? "The field is ignored." : "The field is refused.",
      wrong: `The message went into ${a.name}’s thread.`,
    });
  }
}

/** Changes a thread's owner or id in passing, and says whether it is still where it was. */
async function changeWith(field: string, rename: ProvenAction, thread: string, app: App, found: Findings) {
  const { a, b } = app;
  const newId = crypto.randomUUID();
  const value = field === "id" ? newId : b.id;
  const detail = field === "id" ? "with another id in its body" : `with \`${field}\` ${value} in its body`;
  const changed = await act(app, rename, { thread }, { as: a, fields: { [field]: value }, detail });
  const { answer, isSeen } = await seeThread(app, a, thread);
  if (!isSeen && field === "id") app.made.set(newId, a);

  found.judge(changed, isSeen, {
    right: isSuccess(changed) ? "The field is ignored." : "The field is refused.",
    wrong: "The change moved the thread.",
  });
  found.judge(answer, isSeen, {
    right: "The thread is where it was.",
    wrong: `${a.name}’s thread is no longer there for ${a.name}.`,
  });
  return isSeen;
}

/** When a thread was made, and when it was last written to, is for the server to say. */
async function changeTimes(rename: ProvenAction, thread: string, app: App, found: Findings) {
  const { a } = app;
  const time = "2001-02-03T04:05:06.000Z";
  for (const field of ["createdAt", "created_at", "updatedAt", "updated_at"]) {
    const detail = `with \`${field}\` in its body`;
    const changed = await act(app, rename, { thread }, { as: a, fields: { [field]: time }, detail });
    const { answer, shown } = await seeThread(app, a, thread);
    found.show(answer, "The thread afterwards.");
    found.judge(changed, !shown.includes("2001-02-03"), {
      level: "should",
      right: isSuccess(changed) ? "The field is ignored." : "The field is refused.",
      wrong: "A client can set when the thread was made or written to.",
    });
  }
}
