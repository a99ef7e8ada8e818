import { readSwitches, setSwitches } from "~/lib/sandbox/mistakes-endpoint";

export { readSwitches as GET, setSwitches as PUT };
