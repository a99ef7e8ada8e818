import { useEffect, useState } from "react";
import type { Order, Report } from "~/lib/demo/messages";
import type { DemoUser } from "~/lib/demo/users";

interface QuickSignInProps {
  browser: string;
  users: readonly DemoUser[];
  /** What the page in the browser says of itself. Undefined until it has. */
  user: Report | undefined;
  isReady: boolean;
  send: (order: Order) => void;
}

/** Signs in as one of the users that every database has, with one click instead of the form. */
export function QuickSignIn({ browser, users, user, isReady, send }: QuickSignInProps) {
  const [isBusy, setBusy] = useState(false);
  // Each report answers an order, or says that something has changed anyway.
  // biome-ignore lint/correctness/useExhaustiveDependencies: any new report will do
  useEffect(() => setBusy(false), [user]);

  const isWaiting = !isReady || user === undefined;
  function order(what: Order) {
    if (isBusy) return;
    setBusy(true);
    send(what);
  }

  return (
    <fieldset className="quick-sign-in" aria-label={`Who uses ${browser.toLowerCase()}`} aria-busy={isBusy}>
      <span className="sign-in-label">Sign in as</span>
      {users.map(({ name, email, password }) => (
        <button
          key={email}
          type="button"
          aria-label={`Sign in as ${name}`}
          aria-pressed={user?.email === email}
          disabled={isWaiting}
          // Not disabled while an order is on its way: the focus would be lost.
          aria-disabled={isBusy}
          onClick={() => user?.email !== email && order({ type: "demo-sign-in", email, password })}
        >
          {name}
        </button>
      ))}
      {user?.name && (
        <button
          type="button"
          className="sign-out"
          aria-disabled={isBusy}
          onClick={() => order({ type: "demo-sign-out" })}
        >
          Sign out
        </button>
      )}
      <p role="status" className={user?.error ? "sign-in-error" : "sr-only"}>
        {user?.error ?? (isWaiting ? "" : user?.name ? `Signed in as ${user.name}.` : "Signed out.")}
      </p>
    </fieldset>
  );
}
