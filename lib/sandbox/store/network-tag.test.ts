import { expect, test } from "vitest";
import { networkTag, wideTag } from "./network-tag";

const address = { narrow: "192.0.2.1", wide: "192.0.2.1" };
const lines = ["2001:db8:1:0::/56", "2001:db8:1:100::/56"].map((narrow) => ({
  narrow,
  wide: "2001:db8:1::/48",
}));

test("of an IPv4 address a tag keeps 16 bits, which many addresses share", () => {
  const tag = networkTag(address, "key");
  expect(tag & 0xffff).toBe(wideTag(tag));
});

test("two lines of one wide network have different tags, which say that it is one", () => {
  const [one = 0, two = 0] = lines.map((line) => networkTag(line, "key"));
  expect(one).not.toBe(two);
  expect(wideTag(one)).toBe(wideTag(two));
});

test("without the key nobody can make the tag of a network", () => {
  expect(networkTag(address, "key")).toBe(networkTag(address, "key"));
  expect(networkTag(address, "key")).not.toBe(networkTag(address, "another key"));
});
