import { readDatabase } from "~/lib/sandbox/database-endpoint";

export { readDatabase as GET };
