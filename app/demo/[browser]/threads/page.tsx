import type { Metadata } from "next";
import { ThreadsPage } from "~/components/demo/pages/ThreadsPage";

export const metadata: Metadata = { title: "Threads" };

export default function Page() {
  return <ThreadsPage />;
}
