import { deleteSandbox, enterSandbox } from "~/lib/sandbox/api/session";

export { deleteSandbox as DELETE, enterSandbox as POST };
