import { expect, test } from "vitest";
import { visitorNetwork } from "./addresses";

const networkOf = (address: string) => visitorNetwork(new Headers({ "x-forwarded-for": address }));

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["192.0.2.7:51234", "192.0.2.7"],
  [" 192.0.2.7 ", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::FFFF:c000:0207", "192.0.2.7"],
  ["[::ffff:192.0.2.7]:443", "192.0.2.7"],
])("%s counts as the address %s", (address, expected) => {
  expect(networkOf(address)).toEqual({ narrow: expected, wide: expected });
});

test.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:0::/56", "2001:db8:1::/48"],
  ["2001:db8:1:ff::1", "2001:db8:1:0::/56", "2001:db8:1::/48"],
  ["2001:db8:1:102::1", "2001:db8:1:100::/56", "2001:db8:1::/48"],
  ["[2001:db8:1:1ff::1]:443", "2001:db8:1:100::/56", "2001:db8:1::/48"],
  ["[2001:db8:1:1ff::1]", "2001:db8:1:100::/56", "2001:db8:1::/48"],
  ["2001:0db8:0001::6", "2001:db8:1:0::/56", "2001:db8:1::/48"],
  ["::1", "0:0:0:0::/56", "0:0:0::/48"],
  ["fe80::1%eth0", "fe80:0:0:0::/56", "fe80:0:0::/48"],
])("%s counts as a line with %s, and as one of %s", (address, narrow, wide) => {
  expect(networkOf(address)).toEqual({ narrow, wide });
});

test.each(["", "unknown", "_hidden", "192.0.2.7.8", "2001:db8::1::2", "[2001:db8::1"])(
  "%j is no address, and counts with all others that are none",
  (address) => {
    expect(networkOf(address)).toEqual({ narrow: "unknown", wide: "unknown" });
  },
);
