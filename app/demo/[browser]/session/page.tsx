import type { Metadata } from "next";
import { SessionPage } from "~/components/demo-app/SessionPage";

export const metadata: Metadata = { title: "Sign in" };

export default SessionPage;
