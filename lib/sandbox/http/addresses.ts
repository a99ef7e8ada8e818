import { isIPv6, SocketAddress } from "node:net";

/** Where a visitor comes from, as limits count it. */
export interface Network {
  /** What one visitor has: an IPv4 address, or the /56 of a line with IPv6. */
  narrow: string;
  /** What one visitor may have at most: the /48 of a provider's larger customer. For IPv4 it is the address again. */
  wide: string;
}

/** How many times as much a wide network may have as a narrow one. */
export const wideFactor = 4;

/**
 * The network of a request. `npm start` leaves exactly one address in the header: the socket's, or the one that a trusted
 * proxy saw. Some proxies add the port, which says nothing of who it is. Whatever is no address counts as one visitor.
 */
export function visitorNetwork(headers: Headers): Network {
  const { address, family } = parseAddress(headers.get("x-forwarded-for") ?? "") ?? { address: "unknown" };
  if (family !== "ipv6") return { narrow: address, wide: address };
  const mapped = address.replace(/^::ffff:(\d+\.)/, "$1");
  if (mapped !== address) return { narrow: mapped, wide: mapped };

  const [one = 0, two = 0, three = 0, four = 0] = groupsOf(address);
  const prefix = (...groups: number[]) => groups.map((group) => group.toString(16)).join(":");
  return {
    narrow: `${prefix(one, two, three, four & 0xff00)}::/56`,
    wide: `${prefix(one, two, three)}::/48`,
  };
}

function parseAddress(text: string) {
  const withoutZone = text.trim().replace(/%[^\]]*/, "");
  return SocketAddress.parse(isIPv6(withoutZone) ? `[${withoutZone}]` : withoutZone);
}

/** The eight numbers of an IPv6 address, which Node.js has written in its canonical form. */
function groupsOf(address: string): number[] {
  const [left = [], right = []] = address
    .split("::")
    .map((half) => half.split(":").filter(Boolean).map(toNumber));
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}

const toNumber = (group: string) => Number.parseInt(group, 16);

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
