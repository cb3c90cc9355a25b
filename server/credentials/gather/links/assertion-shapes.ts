import { z } from 'zod';

const oneOrMany = <Shape extends z.ZodType>(shape: Shape) => z.union([shape, z.array(shape)]);

/** True for an address below one of the hosts that names the id somewhere in its path. */
function isAddressOf(text: string, hosts: readonly string[], id: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' && hosts.includes(url.host) && url.pathname.split('/').includes(id);
}

/** The form of a hosted Open Badge 2.0 assertion, which must be the one that was asked for. */
export function ob2Answer(hosts: readonly string[], id: string) {
  return z.looseObject({
    id: z.string().refine((text) => isAddressOf(text, hosts, id)),
    type: oneOrMany(z.string()),
    recipient: oneOrMany(z.looseObject({ identity: z.string() })),
    badge: z.union([z.string(), z.looseObject({})]),
    issuedOn: z.string(),
  });
}

/** The form of an Open Badge 3.0, which must name the id that was asked for, as an address or as `urn:uuid:`. */
export function ob3Answer(hosts: readonly string[], id: string) {
  const isIt = (text: string) => text === `urn:uuid:${id}` || isAddressOf(text, hosts, id);
  return z.looseObject({
    '@context': z.array(z.unknown()),
    id: z.string().refine(isIt),
    type: z.array(z.string()).refine((types) => types.includes('VerifiableCredential')),
    issuer: z.union([z.string(), z.looseObject({ id: z.string() })]),
    credentialSubject: oneOrMany(z.looseObject({})),
  });
}
