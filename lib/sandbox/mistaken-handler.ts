import { mistakenRoutes } from "~/lib/mistakes/mistaken-routes";
import type { MistakeName } from "~/lib/mistakes/mistakes";
import { mistakes } from "~/lib/mistakes/mistakes";
import { handlerOf } from "./routes";

/** The header that says which mistake answered, in place of the right file. */
export const mistakesHeader = "x-demo-mistakes";

const overrides = mistakes
  .filter((mistake) => mistake.side === "server")
  .map(({ name, file }) => ({
    name,
    route: file.replace(/^app\/api\/(.*)\/route\.ts$/, "$1"),
    methods: mistakenRoutes[name],
  }));

/** The handler that takes the right one's place. Where two mistakes are about the same file, the first one answers. */
export function mistakenHandler(route: string, method: string, on: MistakeName[]) {
  if (on.length === 0) return undefined;
  const override = overrides.find((override) => override.route === route && on.includes(override.name));
  const handler = override && handlerOf(override.methods, method);
  return handler && { name: override.name, handler };
}
