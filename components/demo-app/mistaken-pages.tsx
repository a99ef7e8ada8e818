import type { ReactNode } from "react";
import { RuntimeProvider } from "@/app/components/RuntimeProvider";
import { Workspace } from "@/app/components/Workspace";
import { ReloadOnAuth } from "~/examples/mistakes/no-reload-on-auth/app/components/ReloadOnAuth";
import { MyProvider } from "~/examples/mistakes/reload-is-not-isolation/app/components/MyProvider";
import type { ClientMistake } from "~/lib/mistakes/mistakes";
import { ListPane } from "./ListPages";
import { UncheckedListPage } from "./UncheckedListPage";

/** The page that runs the wrong file, for each mistake in the browser. */
export const mistakenPages: Record<ClientMistake, ReactNode> = {
  "no-reload-on-auth": (
    <RuntimeProvider>
      <ReloadOnAuth />
      <ListPane />
    </RuntimeProvider>
  ),
  "reload-is-not-isolation": (
    <MyProvider>
      <Workspace />
    </MyProvider>
  ),
  "unchecked-response": <UncheckedListPage />,
};
