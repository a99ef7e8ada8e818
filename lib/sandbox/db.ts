// The example's own database, until each visitor has one.
export { db } from "../../examples/nextjs/db";
