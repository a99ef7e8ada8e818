import { testPage } from "./guide";

testPage("/docs/troubleshooting", "Troubleshooting");
