import { Suspense } from "react";
import { sessionForPage } from "@/server/session-for-page";
import { SessionProvider } from "./components/auth/SessionProvider";
import { MyProvider } from "./components/MyProvider";
import { Workspace } from "./components/Workspace";

export default function Page() {
  return (
    // With Cache Components, Next.js sends the fallback before it knows who asks.
    <Suspense fallback={<main className="min-h-dvh bg-surface" />}>
      <App />
    </Suspense>
  );
}

async function App() {
  return (
    <SessionProvider session={await sessionForPage()}>
      <MyProvider>
        <Workspace />
      </MyProvider>
    </SessionProvider>
  );
}
