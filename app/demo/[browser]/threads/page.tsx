import type { Metadata } from "next";
import { ThreadsPage } from "~/components/demo-app/ThreadsPage";

export const metadata: Metadata = { title: "Threads" };

export default function Page() {
  return <ThreadsPage />;
}
