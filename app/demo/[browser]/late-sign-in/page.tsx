import type { Metadata } from "next";
import { LateSignInPage } from "~/components/demo-app/ListPages";

export const metadata: Metadata = { title: "Threads before sign-in" };

export default LateSignInPage;
