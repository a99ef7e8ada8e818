import { findProgram, provideProxy } from "./debian.mjs";

/** The Caddy of this machine. */
export const findCaddy = () => findProgram("caddy", "/usr/local/bin");

if (import.meta.main) provideProxy("Caddy", findCaddy, "caddy");
