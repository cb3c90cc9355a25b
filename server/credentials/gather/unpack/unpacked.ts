import type { JsonObject } from '../../core/json.ts';
import type { FindingCode } from '../../core/report.ts';

/** What wraps a credential. */
export type Container = 'json' | 'jwt' | 'png' | 'svg' | 'link' | 'zip' | 'pdf' | 'xml' | 'unknown';

/** What came out of the wrapping: a JSON document, a compact token, a token with disclosures, an address to fetch, or a refusal. */
export type Unpacked =
  | { kind: 'json'; container: Container; json: JsonObject; values: number; text: string }
  | { kind: 'token'; container: Container; text: string }
  | { kind: 'disclosed'; container: Container; text: string }
  | { kind: 'link'; container: Container; url: string }
  | Refused;

/** Why nothing came out. */
export type Refused = { kind: 'refused'; container: Container; code: FindingCode; detail: string };

/** Makes a refusal. */
export function refuse(container: Container, code: FindingCode, detail: string): Refused {
  return { kind: 'refused', container, code, detail };
}
