import { foreignOrigin, isRefusal, valueAt } from "../answer";
import type { App } from "../app";
import type { Attack } from "../attack";
import type { Findings } from "../findings";
import type { Request } from "../request";
import { rememberThread } from "../threads";
import { expectSameView, newTargetIfPossible, viewThread } from "../view";
import { makingThread, writesOf } from "../writes";

export const origin = {
  name: "origin",
  promise: "another site cannot write with a user's cookie",
  page: "persist-threads-and-messages",
  lines: `const refusal = await refuseForeignOrigin(request);
if (refusal) return refusal;`,
  async run(app, found) {
    const { a } = app;
    const target = await newTargetIfPossible(app, a, found);
    const before = target && (await viewThread(app, found, a, target.thread));
    const writes = await writesOf(app, target);
    const senders = sendersFor(app);
    if (app.isPage) {
      found.notes.push(
        "A browser lets no page send a request without its own `Origin`, or with a made-up one.",
      );
    }
    for (const { what, ...write } of writes) {
      for (const { from, level, onlyPost, ...sender } of senders) {
        if (onlyPost && write.method !== "POST") continue;
        const request: Request = { ...write, as: a, ...sender };
        const answer = await app.send(request.method, request.path, request);
        if (what === makingThread) rememberThread(app, answer, a);
        // A fault of the server is no refusal, and no write either.
        const isRight = answer.status >= 400;
        found.judge(answer, isRight, {
          level,
          right: `${from} cannot ${what}, although the cookie is good.`,
          wrong: `${from} can ${what} with ${a.name}’s cookie.`,
          mismatch: ", not 403",
        });
        // What was done once shows nothing when it is tried again.
        if (!isRight) break;
      }
    }
    await signOutFromElsewhere(app, found);
    if (before) await expectSameView(app, found, a, target.thread, before);
  },
} as const satisfies Attack;

interface Sender extends Pick<Request, "headers" | "simulate" | "detail"> {
  /** Who it is, in words. */
  from: string;
  level?: "should";
  /** A form sends no other method. */
  onlyPost?: boolean;
}

/** The ways in which a browser sends a request from another site, as far as this app can be sent them. */
function sendersFor({ origin, isPage }: App): Sender[] {
  const plain = { "Content-Type": "text/plain", ...(!isPage && { Origin: null }) };
  const form = { from: "A form on another site", level: "should" as const, onlyPost: true };
  const lookalike = `${origin}.evil.example`;
  return [
    { from: "Another site", simulate: "foreign-origin" },
    ...(!isPage
      ? [
          {
            from: "A frame in a sandbox",
            headers: { Origin: "null" },
            detail: "with the origin `null`",
          },
          {
            from: "A site with a name like yours",
            headers: { Origin: lookalike },
            detail: `from ${lookalike}`,
          },
          {
            from: "Another site",
            headers: { Origin: null, "Sec-Fetch-Site": "cross-site" },
            detail: "without an origin, and cross-site by its `Sec-Fetch-Site`",
          },
        ]
      : []),
    { ...form, headers: plain, detail: "as `text/plain`" },
    {
      ...form,
      headers: { ...plain, "Content-Type": "text/plain; application/json" },
      detail: "as `text/plain; application/json`",
    },
    {
      ...form,
      headers: { ...plain, "Content-Type": "application/x-www-form-urlencoded" },
      detail: "as a form’s content type",
    },
  ];
}

/** better-auth checks the origin of its own routes, unless that is switched off. */
async function signOutFromElsewhere(app: App, found: Findings) {
  const { a, paths } = app;
  if (!a.account) return;
  const path = `${paths.auth}/sign-out`;
  const simulate = "foreign-origin";
  const left = await app.send("POST", path, { as: a, body: {}, simulate });
  const session = await app.send("GET", `${paths.auth}/get-session`, { as: a });
  const isStill = Boolean(valueAt(session.json, "user"));
  found.judge(left, isStill && isRefusal(left), {
    right: `${foreignOrigin} cannot sign ${a.name} out.`,
    wrong: `Another site can sign ${a.name} out: better-auth’s own checks of the origin are off.`,
  });
  found.show(session, `The session of ${a.name} afterwards.`);
  if (!isStill) await app.signInAgain(a);
}
