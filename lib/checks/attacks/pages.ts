import { valueAt } from "../answer";
import type { App } from "../app";
import type { Attack } from "../attack";
import { CheckSkipped, type Findings } from "../findings";
import type { Answer, User } from "../request";
import { deleteThreads, idOf, newThread, rememberThread, rowsOf, threadBody } from "../threads";

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
    const further: string[] = [];
    let path: string | undefined = first;
    while (path && further.length < 30) {
      const page: Answer = await app.send("GET", path, { as: a });
      const ids = (rowsOf(page.json) ?? []).flatMap((row) => idOf(row) ?? []);
      const foreign = ids.filter((id) => theirs.includes(id));
      found.judge(page, page.status === 200 && foreign.length === 0, {
        right: `A page of ${ids.length} threads, and none of them is ${b.name}’s.`,
        wrong: foreign.length > 0 ? `The page holds threads of ${b.name}’s.` : "The page does not come.",
      });
      seen.push(...ids);
      path = nextPage(app, page, ids);
      if (path && further.includes(path)) path = undefined;
      if (path) further.push(path);
      else if (foreign.length === 0) judgeWhole(page, seen, mine, found);
    }
    if (further[0]) await askAsOther(app, further[0], mine, found);
    else found.notes.push(`All ${seen.length} threads came on one page, so no further page was seen.`);
    // Here, because so many would be in the way of what comes after.
    await deleteThreads(app);
  },
} as const satisfies Attack;

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

/** The address of the first page. Makes threads until there is a second one, or as many as most pages hold. */
async function firstPage(app: App, mine: Set<string>): Promise<string> {
  const { a, paths } = app;
  const query = (path: string) => (path.includes("?") ? "&" : "?");
  const limited = `${paths.threads}${query(paths.threads)}limit=2`;
  const isShort = (answer: Answer) => (rowsOf(answer.json)?.length ?? 0) < mine.size;
  const short = await app.probe({ method: "GET", path: limited, as: a });
  if (short.status === 200 && isShort(short)) return limited;
  for (const count of [25, 55]) {
    for (const id of await makeThreads(app, a, count - mine.size)) mine.add(id);
    if (isShort(await app.probe({ method: "GET", path: paths.threads, as: a }))) break;
  }
  return paths.threads;
}

/** The path of the page after this one, as a `Link` header, an address or a cursor in the body names it. */
function nextPage({ paths }: App, { request, link, json }: Answer, ids: string[]) {
  const [plain = ""] = paths.threads.split("?");
  const within = (url: string) => url.slice(Math.max(url.indexOf(plain), 0));
  const linked = /<([^<>]+)>; ?rel="?next/.exec(link)?.[1];
  if (linked) return within(linked);
  const withQuery = (name: string, value: string) => {
    const url = new URL(request.path, "http://app");
    url.searchParams.set(name, value);
    return url.pathname + url.search;
  };
  for (const key of ["nextCursor", "next_cursor", "next", "cursor"]) {
    const cursor = valueAt(json, key);
    if (typeof cursor !== "string" && typeof cursor !== "number") continue;
    const text = String(cursor);
    return /^(https?:\/)?\//.test(text) ? within(text) : withQuery("cursor", text);
  }
  const last = ids.at(-1);
  return valueAt(json, "hasMore") === true && last ? withQuery("ending_before", last) : undefined;
}

function judgeWhole(last: Answer, seen: string[], mine: Set<string>, found: Findings) {
  const missing = [...mine].filter((id) => !seen.includes(id)).length;
  const twice = seen.length - new Set(seen).size;
  found.judge(last, missing === 0 && twice === 0, {
    level: "should",
    right: `The last page. All ${seen.length} threads have come, each once.`,
    wrong: [
      missing > 0 ? `${missing} of ${mine.size} threads are on no page: their user cannot get at them.` : "",
      twice > 0 ? `${twice} threads are on two pages.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  });
}

/** A cursor says where a page begins, and not whose threads are on it. */
async function askAsOther(app: App, path: string, mine: Set<string>, found: Findings) {
  const page = await app.send("GET", path, { as: app.b });
  const ids = (rowsOf(page.json) ?? []).flatMap((row) => idOf(row) ?? []);
  found.judge(page, !ids.some((id) => mine.has(id)), {
    right: `${app.b.name} goes to ${app.a.name}’s next page, and finds no thread of ${app.a.name}’s.`,
    wrong: `${app.b.name} goes to ${app.a.name}’s next page, and finds ${app.a.name}’s threads.`,
  });
}
