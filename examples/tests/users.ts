import type { Browser, Page } from "@playwright/test";

const password = "a-long-enough-password";

// #region new-user
/** A new user, signed in to the app, in a browser of their own. */
export async function newUser(browser: Browser, name: string) {
  // A context has its own cookies. In production better-auth lets an address sign up
  // three times in ten seconds, so each user has an address of their own as well.
  const extraHTTPHeaders = { "X-Forwarded-For": anAddress() };
  const context = await browser.newContext({ extraHTTPHeaders });
  const page = await context.newPage();
  const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.com`;

  await page.goto("/");
  await page.getByRole("button", { name: "Create one" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await composer(page).waitFor();
  return { page, email };
}
// #endregion new-user

export async function signIn(page: Page, email: string) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function signOut(page: Page, name: string) {
  await page.getByText(name, { exact: true }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
}

/** Asks a question, and waits until the answer has come to its end. */
export async function ask(page: Page, question: string) {
  await composer(page).fill(question);
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("button", { name: "Answer again" }).last().waitFor();
}

export const threads = (page: Page) => page.getByRole("navigation", { name: "Threads" });
export const messages = (page: Page) => page.getByRole("region", { name: "Messages" });
const composer = (page: Page) => page.getByRole("textbox", { name: "Message" });

const anAddress = () => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join(".")}`;
