import { readActiveMistakes, setSwitches } from "~/lib/sandbox/mistakes-endpoint";

export { readActiveMistakes as GET, setSwitches as PUT };
