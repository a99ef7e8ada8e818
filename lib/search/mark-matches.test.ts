import { expect, test } from "vitest";
import { markMatches } from "./mark-matches";

const section = (...texts: string[]) => ({
  page: "Page",
  heading: "Page",
  url: "/docs/page",
  blocks: texts.map((text) => ({ kind: "paragraph" as const, text })),
});

test("the paragraph with most of the words is shown, and its matches are marked", () => {
  const shown = markMatches(section("A cookie.", "A [session](/docs) has a `cookie`."), "session cookie");
  expect(shown).toBe("A <mark>session</mark> has a <mark>cookie</mark>.");
});

test("the very words that were typed come before more of them elsewhere", () => {
  expect(markMatches(section("origin, invalid and so on", "It says Invalid origin."), "invalid origin")).toBe(
    "It says <mark>Invalid</mark> <mark>origin</mark>.",
  );
});

test("a long paragraph is cut between words, around the first match", () => {
  const shown = markMatches(section(`${"before ".repeat(40)}session ${"after ".repeat(40)}`), "session");
  expect(shown).toMatch(/^…before (?:before )+<mark>session<\/mark> (?:after )+after …$/);
  expect(shown.length).toBeLessThan(170);
});

test("a text without a space is cut all the same", () => {
  expect(markMatches(section("x".repeat(500)), "session").length).toBeLessThan(150);
});

test("of a section without the words its beginning is shown", () => {
  expect(markMatches(section("First.", "Second."), "session")).toBe("First.");
});
