import { expect, onTestFinished, test } from "vitest";
import { conversations, usual } from "../support/apps/conversations";
import { type Guards, startApp } from "../support/apps/kit";
import { outcomeOf, readReport, runVerifier } from "../support/verifier";

type Auth = Guards["auth"];
type Session = Auth["$Infer"]["Session"];

/** What the verifier says of a right app whose page holds this for whoever is signed in. */
async function verifyWithPage(page: (session: Session, auth: Auth) => object | Promise<object>) {
  const app = await startApp((app, { auth }) => {
    app.get("/", async (c) => {
      const session = await auth.api.getSession({
        headers: c.req.raw.headers,
        query: { disableRefresh: true },
      });
      const props = session && (await page(session, auth));
      return c.html(`<script type="application/json">${JSON.stringify(props)}</script>`);
    });
    conversations(app, usual);
  });
  onTestFinished(app.stop);
  const { stdout } = await runVerifier(["--json", "--strict", app.url]);
  return outcomeOf(readReport(stdout));
}

test("a page that knows who is signed in is right", async () => {
  const { fails, problem } = await verifyWithPage(({ user }) => user);
  expect({ fails, problem }).toEqual({ fails: [], problem: null });
});

test("a page that hands the session’s token to the browser is noticed", async () => {
  const { fails, faults } = await verifyWithPage((session) => session);
  expect(fails).toEqual(["session"]);
  expect(faults.join("\n")).toContain("The page’s HTML holds the session’s token");
});

test("a page that renews the session, and can send no cookie, is noticed", async () => {
  const { fails, faults } = await verifyWithPage(async ({ session, user }, auth) => {
    const expiresAt = new Date(session.expiresAt.getTime() + 60_000);
    const { internalAdapter } = await auth.$context;
    await internalAdapter.updateSession(session.token, { expiresAt });
    return user;
  });
  expect(fails).toEqual(["session"]);
  expect(faults.join("\n")).toContain("and no cookie came with it");
});
