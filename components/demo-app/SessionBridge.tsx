"use client";

import { useEffect, useState } from "react";
import { authClient } from "@/lib/auth-client";
import { isOrder, type Order, type Report } from "~/lib/demo/messages";

/** Lets the page around the frame sign a user in, with the example's own client, and tells it who is signed in. */
export function SessionBridge() {
  const { data: session, isPending } = authClient.useSession();
  const [error, setError] = useState<{ text?: string }>({});
  const { name = null, email = null } = session?.user ?? {};

  useEffect(() => {
    if (isPending || parent === window) return;
    const report: Report = { type: "demo-user", name, email, error: error.text };
    parent.postMessage(report, location.origin);
  }, [isPending, name, email, error]);

  useEffect(() => {
    async function receive({ source, origin, data }: MessageEvent) {
      if (origin !== location.origin || source !== parent || !isOrder(data)) return;
      setError({ text: await carryOut(data) });
    }
    addEventListener("message", receive);
    return () => removeEventListener("message", receive);
  }, []);

  return null;
}

/** Undefined, or the reason why it did not work. */
async function carryOut(order: Order) {
  try {
    const { error } =
      order.type === "demo-sign-in"
        ? await authClient.signIn.email({ email: order.email, password: order.password })
        : await authClient.signOut();
    return error ? (error.message ?? `The server refused (${error.status}).`) : undefined;
  } catch {
    return "The server did not answer. Try again.";
  }
}
