import { findProgram, provideProxy } from "./debian.mjs";

/** The nginx of this machine. Debian keeps it where only root's PATH leads. */
export const findNginx = () => findProgram("nginx", "/usr/sbin", "/usr/local/sbin");

if (import.meta.main) provideProxy("nginx", findNginx, "nginx-light");
