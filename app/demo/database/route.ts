import { readDatabase } from "~/lib/sandbox/api/database";

export { readDatabase as GET };
