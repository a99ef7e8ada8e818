import { valueAt } from "../answer";
import type { App } from "../app";
import type { Attack } from "../attack";
import { CheckSkipped, type Findings } from "../findings";
import type { Answer, User } from "../request";
import { deleteThreads, idsIn, newThread, rememberThread, rowsOf, threadBody } from "../threads";

export const pages = {
  name: "pages",
  promise: "the further pages of a list hold the user's own threads, and each of them once",
  page: "scope-threads-by-user",
  lines: ".where(and(eq(threads.userId, session.user.id), cursor && comesAfter(cursor)))",
  async run(app, found) {
    const { a, b } = app;
    await newThread(app, a, found);
    if (app.shape.makesThreadsByChat) {
      throw new CheckSkipped("each thread costs an answer of the model, and this takes dozens");
    }
    // Some are older than all of the other user's, so that they would come on a later page.
    const theirs = await makeThreads(app, b, 3);
    const mine = new Set(await makeThreads(app, a, 4));
    const first = await firstPage(app, mine);
    for (const id of await makeThreads(app, b, 1)) theirs.push(id);

    const seen: string[] = [];
    const queries: Query[] = [];
    for (let query: Query | undefined = first; query && queries.length < 30; ) {
      queries.push(query);
      const page: Answer = await sendPage(app, a, query, queries.length);
      const ids = idsOf(page);
      const foreign = ids.filter((id) => theirs.includes(id));
      found.judge(page, page.status === 200 && foreign.length === 0, {
        right: `A page of ${ids.length} threads, and none of them is ${b.name}’s.`,
        wrong: foreign.length > 0 ? `The page holds threads of ${b.name}’s.` : "The page does not come.",
      });
      seen.push(...ids);
      const next = nextPage(app, page, ids);
      // An app that leads to the same page again has no further one.
      query = queries.some((asked) => isSame(asked, next)) ? undefined : next;
      if (!query && foreign.length === 0) judgeWhole(page, seen, mine, found);
    }
    const second = queries[1];
    if (second) await askAsOther(app, second, mine, found);
    // Here, because so many would be in the way of what comes after.
    await deleteThreads(app);
    if (!second) {
      throw new CheckSkipped(`all ${seen.length} threads came on one page, so no further page was seen`);
    }
  },
} as const satisfies Attack;

type Query = Record<string, string>;

const sendPage = (app: App, as: User, query: Query, number: number) =>
  app.send("GET", app.paths.threads, { as, query, detail: `page ${number}` });

const isSame = (one: Query, other: Query | undefined) => JSON.stringify(one) === JSON.stringify(other);

const idsOf = ({ json }: Answer) => idsIn(rowsOf(json) ?? []);

/** Makes threads that no report has to name. */
async function makeThreads(app: App, user: User, count: number) {
  const ids: string[] = [];
  while (ids.length < count) {
    const request = { method: "POST", path: app.paths.threads, as: user, body: threadBody(app) };
    const id = rememberThread(app, await app.probe(request), user);
    if (id === undefined) throw new CheckSkipped(`no more than ${ids.length} threads could be made`);
    ids.push(id);
  }
  return ids;
}

/** What is asked for on the first page. Makes threads until there is a second one, or as many as most pages hold. */
async function firstPage(app: App, mine: Set<string>): Promise<Query> {
  const isShort = async (query: Query) => {
    const page = await app.probe({ method: "GET", path: app.paths.threads, as: app.a, query });
    return page.status === 200 && idsOf(page).length < mine.size;
  };
  if (await isShort({ limit: "2" })) return { limit: "2" };
  for (const count of [25, 55]) {
    for (const id of await makeThreads(app, app.a, count - mine.size)) mine.add(id);
    if (await isShort({})) break;
  }
  return {};
}

/** What is asked for on the page after this one: as a `Link` header, an address or a cursor in the body names it. */
function nextPage(app: App, { request, link, json }: Answer, ids: string[]): Query | undefined {
  const ofAddress = (address: string): Query => Object.fromEntries(new URL(address, app.origin).searchParams);
  const linked = /<([^<>]+)>; ?rel="?next/.exec(link)?.[1];
  if (linked) return ofAddress(linked);
  for (const key of ["nextCursor", "next_cursor", "next", "cursor"]) {
    const cursor = valueAt(json, key);
    if (typeof cursor !== "string" && typeof cursor !== "number") continue;
    const text = String(cursor);
    return /^(https?:\/)?\//.test(text) ? ofAddress(text) : { ...request.query, cursor: text };
  }
  const last = ids.at(-1);
  return valueAt(json, "hasMore") === true && last ? { ...request.query, ending_before: last } : undefined;
}

function judgeWhole(last: Answer, seen: string[], mine: Set<string>, found: Findings) {
  const missing = [...mine].filter((id) => !seen.includes(id)).length;
  const twice = seen.length - new Set(seen).size;
  found.judge(last, missing === 0 && twice === 0, {
    level: "should",
    right: `The last page. All ${seen.length} threads have come, each once.`,
    wrong: [
      missing > 0 ? `${missing} of ${mine.size} threads are on no page: their user cannot get at them.` : "",
      twice > 0 ? "Some threads come on two pages." : "",
    ]
      .filter(Boolean)
      .join(" "),
  });
}

/** A cursor says where a page begins, and not whose threads are on it. */
async function askAsOther(app: App, query: Query, mine: Set<string>, found: Findings) {
  const page = await sendPage(app, app.b, query, 2);
  found.judge(page, !idsOf(page).some((id) => mine.has(id)), {
    right: `${app.b.name} goes to ${app.a.name}’s next page, and finds no thread of ${app.a.name}’s.`,
    wrong: `${app.b.name} goes to ${app.a.name}’s next page, and finds ${app.a.name}’s threads.`,
  });
}
