import { walkGuide } from "./guide";

walkGuide({ packageManager: "npm", src: false });
