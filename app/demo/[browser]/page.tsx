import type { Metadata } from "next";
import { MyProvider } from "@/app/components/MyProvider";
import { Workspace } from "@/app/components/Workspace";

export const metadata: Metadata = { title: "The whole app" };

/** The example's page without its session: this one is static, and cannot know who will look at it. */
export default function Page() {
  return (
    <MyProvider>
      <Workspace />
    </MyProvider>
  );
}
