const encode = (file: string) => file.split("/").map(encodeURIComponent).join("/");

/**
 * Where the site shows a file of an example, by its path in the repository. Each segment is encoded, because routes
 * have names such as `[...all]`.
 */
export const fileUrl = (file: string, region?: string) => `/${encode(file)}${region ? `#${region}` : ""}`;

/** Where the site gives the same file as text, without its region markers. */
export const rawUrl = (file: string) => `/raw/${encode(file)}`;

/** Where the site gives the file of such an address highlighted, to be opened in a listing. */
export const listingUrl = (fileUrl: string) => `/listing${fileUrl.split("#", 1)[0]}`;

/** Where a repository lets a file be edited. */
export const editUrl = (repository: string, file: string) => `${repository}/edit/main/${encode(file)}`;

/** Where a repository shows a file. */
export const sourceUrl = (repository: string, file: string) => `${repository}/blob/main/${encode(file)}`;
