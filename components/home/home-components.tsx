import { mdxComponents } from "../mdx-components";
import { Contents } from "../shell/Contents";
import { Action } from "./Action";
import { IntegrationPath, Point } from "./IntegrationPath";

/** Every name that `content/home.mdx` may use: the guide's, and those of the home page alone. */
export const homeComponents = { ...mdxComponents, Action, Contents, IntegrationPath, Point };
