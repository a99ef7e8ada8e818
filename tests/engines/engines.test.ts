import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { rows } from "~/lib/checks/page/rows";
import { openFirefox } from "./firefox";
import { button, elementAt, patience, smallBrowser, type Tab } from "./tab";
import { openWebKit } from "./webkit";

// What must work in every engine. All that the guide promises is tried in Chromium (tests/e2e).

const site = inject("site");
const eventually = { timeout: patience, interval: 100 };
const runAndVerify = `${site}/docs/run-and-verify`;

describe.each([
  ["Firefox", openFirefox],
  ["WebKit", openWebKit],
])("in %s", (_, open) => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await open();
  });
  afterAll(() => tab.close());

  const saysEventually = (where: { xpath: string; frame?: string }, what: string | RegExp) =>
    expect.poll(() => tab.text(where), eventually).toMatch(what);

  /** Opens a page, and brings a part of it near, which is when the part comes. */
  async function bringNear(url: string, xpath: string) {
    await tab.goto(url);
    await tab.run(`${elementAt(xpath)}.scrollIntoView({ block: "center" })`);
  }

  async function signIn(name: "Alice" | "Bob", { around }: ReturnType<typeof smallBrowser>) {
    await tab.click(around(button(`Sign in as ${name}`)));
    await saysEventually(around('//p[@role="status"]'), `Signed in as ${name}.`);
  }

  test("two users are signed in side by side, and a question is answered and titled for one of them", async () => {
    const demo = '//figure[starts-with(@aria-label, "Live demo")]';
    await bringNear(runAndVerify, demo);
    const [a, b] = [smallBrowser("Browser A", demo), smallBrowser("Browser B", demo)];
    await signIn("Alice", a);
    await signIn("Bob", b);
    await tab.type(a.inside('//textarea[@aria-label="Message"]'), "Why is a proxy no gate?");
    await tab.click(a.inside(button("Send")));
    await saysEventually(a.inside("//main"), /Why is a proxy no gate\?.*proxy/s);
    await saysEventually(a.inside('//nav[@aria-label="Threads"]'), /proxy/i);
    expect(await tab.text(b.inside('//nav[@aria-label="Threads"]'))).not.toMatch(/proxy/i);

    await tab.click(a.around(button("Sign out")));
    await saysEventually(a.around('//p[@role="status"]'), "Signed out.");
    await saysEventually(a.inside("//body"), /Sign in/);
    expect(await tab.text(b.around('//p[@role="status"]'))).toBe("Signed in as Bob.");
  });

  test("every check of the live checklist holds", async () => {
    const checklist = '//section[@aria-label="Live checklist"]';
    await bringNear(runAndVerify, checklist);
    await tab.click({ xpath: `${checklist}//button[not(@disabled)]` });
    await saysEventually(
      { xpath: `${checklist}//p[@class="checklist-headline"]` },
      `${rows.length} of ${rows.length} hold`,
    );
  });

  test("a mistake is switched on, breaks its demo, and is switched off", async () => {
    const demo = '//figure[@aria-label="Live demo: A list without the user in its where"]';
    await bringNear(`${site}/docs/mistakes`, demo);
    const toggle = { xpath: `${demo}//button[@role="switch"]` };
    const list = smallBrowser("Browser A", demo).inside('//nav[@aria-label="Threads"]');
    await signIn("Alice", smallBrowser("Browser A", demo));
    await tab.click(toggle);
    await saysEventually(list, "Packing list");
    await tab.click(toggle);
    await expect.poll(() => tab.text(list), eventually).not.toMatch("Packing list");
  });

  test("the search finds a section and leads to it", async () => {
    await tab.goto(`${site}/docs`);
    await tab.click({ xpath: '//button[starts-with(normalize-space(), "Search")]' });
    const field = { xpath: '//input[@role="combobox"]' };
    await tab.type(field, "rate limits");
    await saysEventually({ xpath: '//*[@role="option"]' }, "Rate limits behind a proxy");
    await tab.press(field, "Enter");
    await expect
      .poll(() => tab.run<string>("return location.pathname + location.hash"), eventually)
      .toBe("/docs/mount-the-handlers#rate-limits-behind-a-proxy");
  });

  test("the theme is switched, and stays so on the next page", async () => {
    const background = () =>
      tab.run<string>("return getComputedStyle(document.documentElement).backgroundColor");
    await tab.goto(`${site}/docs`);
    const before = await background();
    await tab.click({ xpath: button("Switch between light and dark") });
    await expect.poll(background, eventually).not.toBe(before);
    const after = await background();
    await tab.goto(`${site}/docs/setup`);
    expect(await background()).toBe(after);
  });

  test("a tab of a listing is chosen, with a click and with the keyboard", async () => {
    await tab.goto(`${site}/docs/persist-threads-and-messages`);
    const messages = '//*[@role="tab"][normalize-space()="messages"]';
    const shown = '//*[@role="tabpanel"][not(@hidden)]';
    await tab.press({ xpath: '//*[@role="tab"][normalize-space()="threads"]' }, "ArrowRight");
    await expect
      .poll(() => tab.run(`return document.activeElement.textContent.trim()`), eventually)
      .toBe("messages");
    await saysEventually({ xpath: `${shown}[contains(., "messages_thread_sequence")]` }, /./);
    await tab.click({ xpath: '//*[@role="tab"][normalize-space()="threads"]' });
    const isSelected = `return ${elementAt(messages)}.getAttribute("aria-selected")`;
    await expect.poll(() => tab.run(isSelected), eventually).toBe("false");
  });
});
