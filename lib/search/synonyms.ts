/**
 * Words for the same thing, and the one that all of them become: in what is searched, and in what is asked. The search and the
 * demo model share them.
 */
export const sameThing: [RegExp, string][] = [
  [/\b(?:sign|log)(?:s|ed|ing|ged|ging)?[\s-]?in\b|\blogin\b/g, "signin"],
  [/\b(?:sign|log)(?:s|ed|ing|ged|ging)?[\s-]?out\b|\blogout\b/g, "signout"],
  [/\b(?:sign(?:s|ed|ing)?[\s-]?up|regist(?:er|ers|ered|ering|ration))\b/g, "signup"],
  [/\b(?:protect|secure|guard|lock)(?:s|ed|ing|d)?\b/g, "gate"],
  [/\b(?:endpoint|url)(s?)\b/g, "route$1"],
  [/\b(?:refresh|refetch)(?:es|ed|ing)?\b/g, "reload"],
  [/\b(?:persist|sav|stor)(?:e|es|ed|ing|s|ence)?\b/g, "persist"],
  [/\bconversation(s?)\b/g, "thread$1"],
  [/\bchats\b/g, "threads"],
  [/\b(?:restrict|filter)(?:s|ed|ing)?\b/g, "scope"],
  [/\b(?:install|installation|configure|configuration|setup|set-up|set up)\b/g, "setup"],
  [/\bcross[\s-]?(?:origin|site)\b|\baccess-control-[a-z-]+|\bpreflight\b/g, "cors"],
  [/\b(?:serverless|lambda|netlify|cloudflare)\b/g, "vercel"],
  [/\b(?:containers?|dockerfile)\b/g, "docker"],
  [/\b(?:oauth|social|github)\b/g, "google"],
  [/\b(?:organi[sz]ations?|teams?|workspaces?|tenants?)\b/g, "organization"],
  [/\b(?:anonymous|guests?)\b/g, "guest"],
  [/\bpaginat(?:e|ed|es|ing|ion)\b/g, "page through lists"],
  [/\bmiddlewares?\b/g, "proxy"],
  [/\be-mail\b/g, "email"],
];
