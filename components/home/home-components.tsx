import { mdxComponents } from "../docs/mdx-components";
import { Contents } from "../shell/Contents";
import { Action, Actions, Band, Hero, Reason, Reasons } from "./layout";
import { Point, PointCode, PointText, Thread } from "./Thread";

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
  Thread,
};
