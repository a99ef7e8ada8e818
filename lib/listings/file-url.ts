/** The example's folder in the repository, and its file viewer's path on the site. */
export const exampleFolder = "examples/nextjs/";

/** Where the site shows a file of the example. Each segment is encoded, because routes have names such as `[...all]`. */
export function fileUrl(file: string, region?: string): string {
  const path = file.split("/").map(encodeURIComponent).join("/");
  return `/${exampleFolder}${path}${region ? `#${region}` : ""}`;
}
