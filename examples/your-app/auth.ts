export { auth } from "./lib/auth";
