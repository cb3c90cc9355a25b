// @ts-check
// Old Nodes must be able to read this file and those that import it directly: only old syntax here.
var parts = process.versions.node.split('.').map(Number);
var major = parts[0] || 0;
var minor = parts[1] || 0;
var good = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
if (!good) {
  console.error(
    'Node ' +
      process.versions.node +
      ' is too old: install Node 20.19 or newer (22.12 or newer of the 22 line).',
  );
  process.exit(1);
}
if (process.platform === 'win32') {
  console.error('Windows is not supported directly: run this inside WSL.');
  process.exit(1);
}
