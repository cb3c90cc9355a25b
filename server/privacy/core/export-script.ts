/*
 * The script of an export's page, as text: it runs in a browser from a file, years from now, so it uses nothing but
 * what browsers have (Web Crypto, RFC 7515 compact JWS with ES256). Words from documents reach the page as text only.
 */
export const exportScript = `
(async () => {
  const { credentials, keys } = JSON.parse(document.getElementById('export').textContent);
  const bytesOf = (part) => Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const jsonOf = (part) => JSON.parse(new TextDecoder().decode(bytesOf(part)));
  const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  async function isSigned(jws) {
    const [head, body, signature] = jws.split('.');
    const { kid, alg } = jsonOf(head);
    const jwk = keys.find((key) => key.kid === kid);
    if (!jwk || alg !== 'ES256') return null;
    const { kty, crv, x, y } = jwk;
    const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, ecdsa, false, ['verify']);
    return crypto.subtle.verify(ecdsa, key, bytesOf(signature), new TextEncoder().encode(head + '.' + body));
  }
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
  const list = document.getElementById('credentials');
  list.textContent = '';
  for (const { file, sha256, report } of credentials) {
    const item = document.createElement('li');
    list.append(item);
    const { report: said, iss } = jsonOf(report.split('.')[1]);
    let outcome = 'Unknown: this browser cannot check it.';
    try {
      const signed = await isSigned(report);
      outcome = signed === null ? 'Unknown: its key is not in this export.'
        : signed ? 'The report is signed by ' + iss + ' and was not changed.' : 'The report was changed after it was signed.';
    } catch {}
    item.append(element('strong', (said.credential && said.credential.title) || file), element('p', outcome));
    const facts = document.createElement('dl');
    const fact = (name, text) => facts.append(element('dt', name), element('dd', text));
    fact('Verdict then', said.verdict + (said.code ? ' (' + said.code + ')' : '') + ', ' + said.checkedAt);
    for (const { name, result } of said.checks) fact(name, result);
    item.append(facts);
    const link = element('a', file);
    link.href = file.split('/').map(encodeURIComponent).join('/');
    const line = document.createElement('p');
    line.append(link, ' ', element('code', 'SHA-256 ' + sha256));
    item.append(line);
  }
  if (credentials.length === 0) list.append(element('li', 'None.'));
  document.getElementById('file').addEventListener('change', async ({ target }) => {
    const [chosen] = target.files;
    if (!chosen) return;
    const hash = hex(await crypto.subtle.digest('SHA-256', await chosen.arrayBuffer()));
    const known = credentials.find(({ sha256 }) => sha256 === hash);
    document.getElementById('compared').textContent = known
      ? 'This is, byte for byte, ' + known.file + '.' : 'This is none of the files of this export.';
  });
})();
`;
