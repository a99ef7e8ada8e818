/** Where a prompt can be opened, and the address that opens it there. The prompt comes encoded. */
export const assistants = [
  { name: "ChatGPT", url: (prompt: string) => `https://chatgpt.com/?hints=search&q=${prompt}` },
  { name: "Claude", url: (prompt: string) => `https://claude.ai/new?q=${prompt}` },
  { name: "Cursor", url: (prompt: string) => `https://cursor.com/link/prompt?text=${prompt}` },
  {
    name: "VS Code",
    url: (prompt: string) => `vscode://GitHub.Copilot-Chat/chat?mode=agent&prompt=${prompt}`,
  },
];
