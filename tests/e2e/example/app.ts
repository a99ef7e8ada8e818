import type { APIRequestContext, Page } from "@playwright/test";
import { test as base } from "../support/test";

/** The app, served alone. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter
  baseURL: async ({}, use) => use(process.env.TEST_EXAMPLE),
});

export const password = "a-long-enough-password";

/** Signs somebody new up in this page's browser, and comes back before the page shows anything. */
export async function signUp(page: Page, name = "Alice") {
  const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.com`;
  const { user } = await send(page.request, "POST", "/api/auth/sign-up/email", { name, email, password });
  return { id: String(user.id), name, email };
}

export const signIn = (page: Page, { email }: { email: string }) =>
  send(page.request, "POST", "/api/auth/sign-in/email", { email, password });

/** Signs somebody new up and opens the app. */
export async function openApp(page: Page, name?: string) {
  const user = await signUp(page, name);
  await page.goto("/");
  await composer(page).waitFor();
  return user;
}

/** A thread with a title and, if asked for, a question in it. */
export async function makeThread(page: Page, title: string, question?: string) {
  const { id } = await send(page.request, "POST", "/api/threads", { localId: crypto.randomUUID() });
  await send(page.request, "PATCH", `/api/threads/${id}`, { title });
  if (question) {
    const content = { role: "user", parts: [{ type: "text", text: question }] };
    const row = { id: crypto.randomUUID(), parent_id: null, format: "ai-sdk/v6", content };
    await send(page.request, "POST", `/api/threads/${id}/messages`, row);
  }
  return String(id);
}

async function send(request: APIRequestContext, method: string, path: string, data: object) {
  const origin = process.env.TEST_EXAMPLE ?? "";
  const response = await request.fetch(origin + path, { method, data, headers: { Origin: origin } });
  if (!response.ok()) throw new Error(`${method} ${path} answered ${response.status()}`);
  return response.json();
}

export const composer = (page: Page) => page.getByRole("textbox", { name: "Message" });
export const messages = (page: Page) => page.getByRole("region", { name: "Messages" });
export const threadList = (page: Page) => page.getByRole("navigation", { name: "Threads" });

export const threadButton = (page: Page, title: string) =>
  threadList(page).getByRole("button", { name: title, exact: true });

export async function ask(page: Page, question: string) {
  await composer(page).fill(question);
  await page.getByRole("button", { name: "Send" }).click();
}

/** The answer has come to its end. */
export const answered = (page: Page) => page.getByRole("button", { name: "Answer again" }).last().waitFor();

/** Opens what stands under the user's name. */
export const openAccount = (page: Page, name = "Alice") => page.getByText(name, { exact: true }).click();

/** Opens a thread's menu and chooses from it. */
export async function choose(
  page: Page,
  title: string,
  action: "Rename" | "Archive" | "Unarchive" | "Delete…",
) {
  await threadButton(page, title).hover();
  await page.getByRole("button", { name: `More for ${title}` }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

/** The refusal of a server that gives its reason. */
export const refusal = (message: string, status = 503) => ({
  status,
  contentType: "application/json",
  body: JSON.stringify({ code: "REFUSED", message }),
});

/** Lets the model go on with what it holds back, in answers to questions with these words. */
export const release = (words: string) =>
  fetch(`${process.env.TEST_MODEL}/release?question=${encodeURIComponent(words)}`, { method: "POST" });
