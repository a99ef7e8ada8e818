import { act, actionOf, provenActions } from "../actions";
import { isSuccess } from "../answer";
import type { App } from "../app";
import type { Attack } from "../attack";
import type { Findings } from "../findings";
import type { Request, User } from "../request";
import type { ProvenAction } from "../shape";
import { listIds, rememberThread, seeInList, threadBody } from "../threads";
import { askIntoForeignThread, newTarget } from "../view";

export const identity = {
  name: "identity",
  promise: "who asks is who the session says, whatever else the request claims",
  page: "scope-threads-by-user",
  lines: ".where(and(eq(threads.userId, session.user.id), cursor && comesAfter(cursor)))",
  async run(app, found) {
    const { a, b } = app;
    const actions = await provenActions(app, found);
    let target = await newTarget(app, a, found);
    for (const claim of claimsToBe(a)) {
      const { fields, ...manner } = claim;
      if (!fields) {
        const plain = await listIds(app, b);
        found.show(plain.answer, `${b.name}’s own list.`);
        const { answer, ids } = await listIds(app, b, manner);
        const isAnother = ids.includes(target.thread) && !plain.ids.includes(target.thread);
        found.judge(answer, !isAnother, {
          right: `${b.name} says to be ${a.name}, and the list is still ${b.name}’s.`,
          wrong: `${b.name} says to be ${a.name}, and gets ${a.name}’s list.`,
        });
        if (!app.shape.makesThreadsByChat) await makeAs(app, manner, found);
      }
      for (const action of actions) {
        if (fields && action.method === "GET") continue;
        const answer = await act(app, action, target, { as: b, ...claim });
        const isObeyed = isSuccess(answer) && !(await worksAnyway(app, action, found));
        found.judge(answer, !isObeyed, {
          right: `${b.name} says to be ${a.name}, and still cannot ${action.does}.`,
          wrong: `${b.name} could ${action.does} by saying to be ${a.name}.`,
        });
        if (isSuccess(answer) && action.name.startsWith("delete")) target = await newTarget(app, a, found);
      }
    }
    if (await app.answers()) await askAs(app, target.thread, found);
  },
} as const satisfies Attack;

type Claim = Pick<Request, "query" | "headers" | "cookies" | "detail"> & { fields?: object };

/** The ways in which a request can name a user, under the names that apps have for it. */
function claimsToBe({ id, name }: User): Claim[] {
  const user = String(id);
  const named = (where: string) => `with ${name}’s id in ${where}`;
  return [
    { query: { userId: user, user_id: user, user }, detail: named("the query") },
    {
      headers: { "X-User-Id": user, "X-User": user },
      cookies: { userId: user, user_id: user },
      detail: named("headers and cookies of its own"),
    },
    { fields: { userId: user }, detail: named("the body") },
  ];
}

/** Makes a thread that may turn out to be the other user's. */
async function makeAs(app: App, manner: Omit<Claim, "fields">, found: Findings) {
  const { a, b } = app;
  const isShown = async (further: Omit<Claim, "fields">) => {
    const made = await app.send("POST", app.paths.threads, { as: b, body: threadBody(app), ...further });
    const id = rememberThread(app, made, b);
    const seen = id === undefined ? undefined : await seeInList(app, a, id);
    if (seen) found.show(seen.answer, `${a.name}’s list afterwards.`);
    return { made, isSeen: seen?.isSeen === true };
  };
  const { made, isSeen } = await isShown(manner);
  // Where every list shows it, that is not what is wrong.
  const plain = isSeen ? await isShown({}) : undefined;
  if (plain) found.show(plain.made, "The same without that id.");
  found.judge(made, !isSeen || plain?.isSeen === true, {
    right: `A thread of ${b.name}’s is not ${a.name}’s.`,
    wrong: `${b.name} made a thread for ${a.name}.`,
  });
}

/** Whether it works without the claim as well. Then that is not what is wrong, and `ownership` tells of it. */
async function worksAnyway(app: App, action: ProvenAction, found: Findings) {
  const target = await newTarget(app, app.a, found);
  const answer = await act(app, action, target, { as: app.b });
  found.show(answer, "The same without that id.");
  return isSuccess(answer);
}

/** Asks the model in the other user's thread. */
async function askAs(app: App, thread: string, found: Findings) {
  const { a, b } = app;
  if (!actionOf(app, "read messages") && !actionOf(app, "read")) return;
  for (const claim of [undefined, ...claimsToBe(a)]) {
    const { asked, isThere } = await askIntoForeignThread(app, found, thread, claim ?? {});
    // Without a claim, that is a fault of another kind.
    if (!claim && isThere) return;
    found.judge(asked, !isThere, {
      right: `The question is not in ${a.name}’s thread.`,
      wrong: `${b.name} wrote into ${a.name}’s thread by saying to be ${a.name}.`,
    });
  }
}
