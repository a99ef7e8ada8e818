import { AccountMenu } from "@/app/components/auth/AccountMenu";
import { MyProvider } from "@/app/components/MyProvider";
import { ReloadOnAuth } from "@/app/components/ReloadOnAuth";
import { RuntimeProvider } from "@/app/components/RuntimeProvider";
import { ThreadList } from "@/app/components/threads/ThreadList";

/** The form, or the thread list of the signed-in user, below a key of their id. */
export const ThreadsPage = () => (
  <MyProvider>
    <ListPane />
  </MyProvider>
);

/** A provider that does not wait for a session. It loads its list at once, and again when somebody signs in. */
export const LateSignInPage = () => (
  <RuntimeProvider>
    <ReloadOnAuth />
    <ListPane />
  </RuntimeProvider>
);

/** The example's sidebar, as a page. */
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
