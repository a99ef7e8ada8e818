import { AccountMenu } from "@/app/components/auth/AccountMenu";
import { ThreadList } from "@/app/components/threads/ThreadList";

/** The example's side bar, as a page. */
export function ListPane() {
  return (
    <main className="flex h-dvh flex-col bg-side pt-3">
      <h1 className="sr-only">Threads</h1>
      <ThreadList />
      <div className="shrink-0 border-t border-line p-2 empty:hidden">
        <AccountMenu />
      </div>
    </main>
  );
}
