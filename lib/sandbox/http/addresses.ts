import { isIPv6 } from "node:net";

/**
 * The address that a limit counts. `npm start` leaves exactly one address in the header: the socket's, or the one that a
 * trusted proxy saw. Only the network of an IPv6 address counts, because one visitor has 2^64 addresses in it.
 */
export function visitorAddress(headers: Headers) {
  const address = headers.get("x-forwarded-for") ?? "unknown";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  return isIPv6(address) ? networkOf(address) : address;
}

function networkOf(address: string) {
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  const groups = tail === undefined ? left : [...left, ...zeros, ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

let count = 0;

/**
 * The address that better-auth sees. It counts sign-ins by address and stores the address in the session's row. Each
 * request gets another one: no real address is stored, and only the sandbox's own limits decide what a sandbox may do.
 * 2001:db8::/32 is reserved for documentation. better-auth counts by the first 64 bits, and 32 of them can vary.
 */
export function syntheticAddress() {
  count = (count + 1) >>> 0;
  return `2001:db8:${(count >>> 16).toString(16)}:${(count & 0xffff).toString(16)}::1`;
}
