import { testPage } from "./guide";

testPage("/docs/persist-threads-and-messages", "Persist threads and messages");
