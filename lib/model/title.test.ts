import { expect, test } from "vitest";
import { asksForTitle, titleOf } from "./title";

test.each([
  ["How do I gate the chat route?", "Gate the chat route"],
  ["please explain what happens when another user signs in", "Happens when another user signs in"],
  ["Scope queries by user. And then?", "Scope queries by user"],
  ['"Reload" on **auth**', "Reload on auth"],
  ["```ts\nconst a = 1;\n``` what does this do", "This do"],
  ["Is it?", "Is it"],
  ["Reload on auth\n\nAn answer that came along", "Reload on auth"],
  ["🦊", "New conversation"],
  ["", "New conversation"],
])("%j is titled %j", (message, title) => {
  expect(titleOf(message)).toBe(title);
});

test("a title stays short whatever it is made from", () => {
  expect(titleOf("word ".repeat(20_000)).split(" ")).toHaveLength(6);
  expect(titleOf("w".repeat(20_000))).toBe(`W${"w".repeat(79)}`);
});

test("only instructions that speak of a title ask for one", () => {
  expect(asksForTitle("Give this conversation a title of at most six words.")).toBe(true);
  expect(asksForTitle("You are a helpful assistant.")).toBe(false);
});
