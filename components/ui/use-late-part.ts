import { useState } from "react";

/**
 * A part of the page whose script comes when `load` is called. Until it has come there is none. Where it does not come,
 * as on a broken connection, `failed` says so, the rest of the page goes on, and `load` may be called again.
 */
export function useLatePart<Part>(fetchPart: () => Promise<Part>) {
  const [part, setPart] = useState<Part>();
  const [failed, setFailed] = useState(false);

  async function load() {
    setFailed(false);
    try {
      const loaded = await fetchPart();
      setPart(() => loaded);
    } catch {
      setFailed(true);
    }
  }

  return { part, failed, load };
}
