import { expect, test, testPage } from "./guide";

testPage("/docs/notes", "Notes");

test("the session names the user by default, and the cookie that says so travels by itself", async ({
  page,
}) => {
  await page.goto("/docs/notes");
  const session = await page.evaluate(async () => {
    const post = (url: string, body?: object) =>
      fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: body && JSON.stringify(body),
      });
    await post("/demo/session");
    await post("/demo/a/api/auth/sign-in/email", {
      email: "bob@example.com",
      password: "correct-horse-battery",
    });
    const response = await fetch("/demo/a/api/auth/get-session");
    return response.json();
  });
  expect(session.user.id).toEqual(expect.any(String));
  expect(session.session.userId).toBe(session.user.id);
});
