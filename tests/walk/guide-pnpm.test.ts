import { walkGuide } from "./guide";

walkGuide({ packageManager: "pnpm", src: true });
