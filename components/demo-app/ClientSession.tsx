import { useState } from "react";
import { authClient } from "@/lib/auth-client";
import { UserIdValue } from "../ui/UserIdValue";

/** The session as the client sees it, and the cookies as a script sees them. */
export function ClientSession() {
  const { data: session, isPending } = authClient.useSession();
  const [cookies, setCookies] = useState<string>();

  return (
    <section aria-label="What the client sees" className="grid min-w-0 content-start gap-4 text-sm">
      <div className="min-w-0">
        <h2 className="font-mono text-xs text-soft">authClient.useSession().data</h2>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must get there
          tabIndex={0}
          className="mt-2 overflow-x-auto rounded-lg border border-line bg-side p-3 font-mono text-xs leading-5"
        >
          {isPending ? "…" : session ? <Fields of={session} /> : "null"}
        </pre>
      </div>
      <div>
        <h2 className="font-mono text-xs text-soft">document.cookie</h2>
        <p className="mt-2 flex min-h-9 items-center gap-3">
          <button
            type="button"
            onClick={() => setCookies(document.cookie)}
            className="inline-flex h-8 items-center rounded-lg border border-line bg-surface px-3 font-medium hover:bg-hover"
          >
            Read
          </button>
          <span role="status" className="min-w-0 wrap-anywhere text-soft">
            {cookies === "" && "Empty: the session cookie is HttpOnly."}
            {cookies}
          </span>
        </p>
      </div>
    </section>
  );
}

type Session = NonNullable<ReturnType<typeof authClient.useSession>["data"]>;

/** The parts of a session that the page is about. The user's id stands out, once as `id` and once as `userId`. */
function Fields({ of: { user, session } }: { of: Session }) {
  const id = <UserIdValue as="span" text={JSON.stringify(user.id)} />;
  return (
    <>
      {"{\n  user: {\n    id: "}
      {id}
      {`,\n    name: ${JSON.stringify(user.name)},\n    email: ${JSON.stringify(user.email)},\n    …\n  },\n`}
      {"  session: {\n    userId: "}
      {id}
      {`,\n    expiresAt: ${session.expiresAt.toISOString()},\n    …\n  }\n}`}
    </>
  );
}
