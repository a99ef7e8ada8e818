let count = 0;

/**
 * An address for better-auth, which counts sign-ins by address and writes it into the session's row. It is never the
 * visitor's own, so that no real address is stored, and it is another one each time, because what a sandbox may do is
 * for the sandbox's own limits to say: clicking to and fro between two users must not end in a 429.
 * 2001:db8::/32 is set aside for documentation; better-auth counts by the first 64 bits, of which 32 are left to vary.
 */
export function pseudoAddress() {
  count = (count + 1) >>> 0;
  return `2001:db8:${(count >>> 16).toString(16)}:${(count & 0xffff).toString(16)}::1`;
}
