/** An element of a page, by XPath, or of the page in one of its frames. */
export interface Where {
  xpath: string;
  /** The frame that it is in, by XPath. */
  frame?: string;
}

/** A tab of a browser, as a visitor has it before them: what they press, type and read. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Presses it, once it is there, visible and enabled. */
  click(where: Where): Promise<void>;
  /** Types into it, in place of what is there. */
  type(where: Where, text: string): Promise<void>;
  press(where: Where, key: "Enter" | "ArrowRight"): Promise<void>;
  /** What it says. Undefined if it is not there. */
  text(where: Where): Promise<string | undefined>;
  /** What a script of the page's evaluates to. It is the body of a function. */
  run<Result>(script: string): Promise<Result>;
  close(): Promise<void>;
}

/** A script's expression for the first element that an XPath finds. */
export const elementAt = (xpath: string) =>
  `document.evaluate(${JSON.stringify(xpath)}, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null).singleNodeValue`;

/** In milliseconds. The first visit of a page makes a sandbox, and the machine may be busy. */
export const patience = 30_000;

const named = (name: string) => `[normalize-space()="${name}" or @aria-label="${name}"]`;

export const button = (name: string) => `//button${named(name)}`;

/** One of the small browsers of a demo: what is around its page, and what is in it. */
export function smallBrowser(name: string, within = "") {
  const region = `${within}//section[starts-with(@aria-label, "${name}")]`;
  return {
    around: (xpath: string): Where => ({ xpath: region + xpath }),
    inside: (xpath: string): Where => ({ xpath, frame: `${region}//iframe` }),
  };
}
