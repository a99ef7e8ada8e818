"use client";

import { useState } from "react";
import { Button } from "@/app/components/ui/Button";
import { authClient } from "@/lib/auth-client";
import type { RequestByHand } from "~/lib/demo/requests-by-hand";
import { sendAtOnce, sendByHand } from "./send-by-hand";

/** Requests that the app's own page does not make, each with a button and the server's answer. */
export function ByHandPage({ requests }: { requests: RequestByHand[] }) {
  const { data: session, isPending } = authClient.useSession();
  return (
    <main className="min-h-dvh bg-surface">
      <header className="flex h-12 items-center gap-2 border-b border-line px-4 text-sm">
        <h1 className="grow font-medium">Requests by hand</h1>
        <p className="truncate text-soft">{isPending ? "" : session ? session.user.name : "Signed out"}</p>
      </header>
      <ul>
        {requests.map((request) => (
          <Row key={request.title} request={request} />
        ))}
      </ul>
    </main>
  );
}

function Row({ request }: { request: RequestByHand }) {
  const { title, method, path, isForged } = request;
  const [answer, setAnswer] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function send() {
    if (isBusy) return;
    setBusy(true);
    setAnswer("…");
    const send = request.times ? sendAtOnce : sendByHand;
    setAnswer(await send(request, setAnswer));
    setBusy(false);
  }

  return (
    <li className="border-b border-line px-4 py-3 text-sm">
      <div className="flex items-center gap-3">
        <div className="min-w-0 grow">
          <h2 className="font-medium">{title}</h2>
          <p className="font-mono text-xs wrap-anywhere text-soft">
            {method} {path}
            {isForged && " · Cookie: better-auth.session_token=anything"}
          </p>
        </div>
        <Button aria-disabled={isBusy} onClick={send}>
          Send<span className="sr-only">: {title}</span>
        </Button>
      </div>
      <p role="status" className="mt-2 line-clamp-4 min-h-5 font-mono text-xs leading-5 wrap-anywhere">
        {answer}
      </p>
    </li>
  );
}
