// JavaScript, because a Node that is too old cannot read the rest of this folder.
if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `Node ${process.versions.node} is too old for this. Use npm: it runs the Node 24 that \`npm ci\` installed.`,
  );
  process.exit(1);
}
