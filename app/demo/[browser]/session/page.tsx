import type { Metadata } from "next";
import { SessionPage } from "~/components/demo/pages/SessionPage";

export const metadata: Metadata = { title: "Sign in" };

export default function Page() {
  return <SessionPage />;
}
