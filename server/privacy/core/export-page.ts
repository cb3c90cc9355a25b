import { exportScript } from './export-script.ts';

/** A credential as the page of an export lists it. */
export interface ExportedCredential {
  id: string;
  /** Where the file as received lies in the archive. */
  file: string;
  /** SHA-256 (hex) of that file. */
  sha256: string;
  /** The signed report (JWS) of its latest verification. */
  report: string;
}

/** What the page of an export is made from. `keys`: public keys (JWK) with which reports are signed. */
export interface ExportContents {
  name: string | null;
  madeAt: Date;
  credentials: readonly ExportedCredential[];
  keys: readonly object[];
}

/** A file name for the archive: nothing that could leave its folder or that a file system refuses; 100 letters. */
export function nameOriginal(name: string): string {
  const plain = name
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get into a file name
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, '_')
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '');
  return [...plain].slice(0, 100).join('') || 'file';
}

/** JSON that cannot end the script element around it. */
const embed = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c');

const letters: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string) => text.replace(/[&<>"]/g, (letter) => letters[letter] ?? letter);

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
li { border-top: 1px solid; padding: .75rem 0; list-style: none; }
ul { padding: 0; } code { overflow-wrap: anywhere; font-size: .875rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: .5rem 0; } dd { margin: 0; }
`;

/**
 * The page of an export: opened from the disk, without a network, it checks the signature of every report with the
 * keys beside it, and compares a file that is dropped on it with the file a report is about.
 */
export function writeExportPage({ name, madeAt, credentials, keys }: ExportContents): string {
  const title = name === null ? 'Your Assay export' : `Assay export of ${name}`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escapeText(title)}</title>
<style>${style}</style>
<h1>${escapeText(title)}</h1>
<p>Made on <time datetime="${madeAt.toISOString()}">${madeAt.toUTCString()}</time>. This page works without a network:
it checks the signatures of the reports below with the keys in <code>keys.json</code>. A report says what was found on
its date; whether a credential still stands, only its issuer can say.</p>
<p>Also here: <a href="profile.json">profile</a>, <a href="credentials.json">credentials</a>,
<a href="applications.json">applications with their receipts</a>.</p>
<h2>Credentials</h2>
<ul id="credentials"><li>Your browser has to allow scripts for the check.</li></ul>
<h2>Compare a file</h2>
<p><label>A file of the folder <code>credentials</code> <input type="file" id="file"></label></p>
<p id="compared" role="status"></p>
<script type="application/json" id="export">${embed({ credentials, keys })}</script>
<script>${exportScript}</script>
</html>
`;
}
