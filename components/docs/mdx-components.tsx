import { Step, Steps } from "fumadocs-ui/components/steps";
import { Tab, Tabs } from "fumadocs-ui/components/tabs";
import defaultComponents from "fumadocs-ui/mdx";
import { HowItWorks } from "./HowItWorks";
import { InlineCode } from "./InlineCode";
import { Listing } from "./Listing";
import { Allowed, Refused } from "./Status";
import { UserId } from "./UserId";

/** Every name that a page of the guide may use. */
export const mdxComponents = {
  ...defaultComponents,
  pre: Listing,
  code: InlineCode,
  Step,
  Steps,
  Tab,
  Tabs,
  HowItWorks,
  Demo: (_: { name: string }) => null,
  Allowed,
  Refused,
  UserId,
};
