import { useEffect, useState } from "react";

type Answer<T> = { url: string; data?: T; error?: string };

/** The JSON at this address, fetched again whenever `change` does. While that is on its way, what was there stays. */
export function useJson<T>(url: string, change = ""): { data?: T; error?: string } {
  const [answer, setAnswer] = useState<Answer<T>>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: `change` says that the answer may be another one
  useEffect(() => {
    const leaving = new AbortController();
    fetchJson<T>(url, leaving.signal).then(
      (data) => setAnswer({ url, data }),
      (error: Error) => leaving.signal.aborted || setAnswer({ url, error: error.message }),
    );
    return () => leaving.abort();
  }, [url, change]);

  return answer?.url === url ? answer : {};
}

async function fetchJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal }).catch(() => undefined);
  if (!response) throw new Error("The server did not answer.");
  const body = await response.json();
  if (!response.ok) throw new Error(body.message ?? `The server answered ${response.status}.`);
  return body;
}
