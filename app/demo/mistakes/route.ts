import { readActiveMistakes, setActiveMistakes } from "~/lib/sandbox/api/mistakes";

export { readActiveMistakes as GET, setActiveMistakes as PUT };
