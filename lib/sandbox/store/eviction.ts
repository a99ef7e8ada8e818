import type { Entry, SandboxIndex } from "./sandbox-index";

const minute = 60_000;

/** How long a visitor may read before the first click, even while sandboxes are scarce. */
export const unwrittenFor = 5 * minute;

/** How long what somebody wrote is safe after the last use, whatever others do. */
export const writtenFor = 60 * minute;

/**
 * The sandbox whose end costs least, among those that may go: first one that nobody wrote to, then one of the wide network that
 * has most. In both the least recently used. None that was used a moment ago: then there is none.
 */
export function leastNeeded(index: SandboxIndex, mayGo: (name: string, entry: Entry) => boolean) {
  const now = performance.now();
  let found: string | undefined;
  let largest = 0;
  for (const [name, entry] of index) {
    const unused = now - entry.lastUse;
    // The rest was used later.
    if (unused < unwrittenFor) break;
    if (!mayGo(name, entry)) continue;
    if (!entry.isWritten) return name;
    const size = index.inWide(entry.tag);
    if (unused < writtenFor || size <= largest) continue;
    found = name;
    largest = size;
  }
  return found;
}
