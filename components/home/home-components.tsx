import { mdxComponents } from "../mdx-components";
import { Contents } from "../shell/Contents";
import { IntegrationPath, Point, PointCode, PointText } from "./IntegrationPath";
import { Action, Actions, Band, Hero, Reason, Reasons } from "./layout";

/** Every name that `content/home.mdx` may use: the guide's, and those of the home page's own layout. */
export const homeComponents = {
  ...mdxComponents,
  Action,
  Actions,
  Band,
  Contents,
  Hero,
  Point,
  PointCode,
  PointText,
  Reason,
  Reasons,
  IntegrationPath,
};
