import { isIPv6 } from "node:net";

/**
 * Whom a limit for an address counts. `npm start` leaves exactly one address in this header: the socket's, or the one
 * that a trusted proxy saw. Of IPv6 the network counts, because one visitor has 2^64 addresses in it.
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
