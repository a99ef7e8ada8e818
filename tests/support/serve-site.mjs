import { prepare } from "../../scripts/prepare.mjs";
import { serve } from "../../scripts/serve.mjs";

// `npm start` without its build: that is made once, not for each of the ports that the tests serve it on.
await serve(await prepare());
