import type { ComponentType } from "react";
import type { ClientMistake } from "~/lib/mistakes/mistakes";
import { LoadOncePage } from "./LoadOncePage";
import { OutlivingAppPage } from "./OutlivingAppPage";
import { UncheckedListPage } from "./UncheckedListPage";

/** The page that runs the wrong file, for each mistake in the browser. */
export const mistakenPages: Record<ClientMistake, ComponentType> = {
  "no-reload-on-auth": LoadOncePage,
  "reload-is-not-isolation": OutlivingAppPage,
  "unchecked-response": UncheckedListPage,
};
