declare module "autocannon" {
  type Options = {
    url: string;
    connections: number;
    /** Seconds. */
    duration?: number;
    /** Requests, instead of a duration. */
    amount?: number;
    headers?: Record<string, string>;
  };
  type Result = {
    errors: number;
    non2xx: number;
    requests: { average: number; total: number };
  };
  export default function autocannon(options: Options): Promise<Result>;
}
