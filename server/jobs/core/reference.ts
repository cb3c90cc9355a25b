const smallWords = new Set(['and', 'of', 'the', 'for', 'de', 'da', 'du', 'und']);

/**
 * An employer's own number for a job: up to three initials of the organisation and a running number, such as
 * `FEC-0192`. `ordinal` counts the organisation's jobs from 1; a name without letters gives `JOB-`.
 */
export function jobReference(organizationName: string, ordinal: number): string {
  const words = organizationName
    .normalize('NFD')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && !smallWords.has(word.toLowerCase()));
  const initials = words
    .map((word) => (/[A-Za-z]/.exec(word) ?? [''])[0].toUpperCase())
    .join('')
    .slice(0, 3);
  return `${initials || 'JOB'}-${String(ordinal).padStart(4, '0')}`;
}
