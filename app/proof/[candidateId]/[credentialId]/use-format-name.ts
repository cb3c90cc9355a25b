import { useTranslations } from 'next-intl';

/** Name of a credential format for people; one that the catalogue does not know keeps its own. */
export function useFormatName(): (format: string) => string {
  const t = useTranslations('proof.format');
  return (format) => (t.has(format) ? t(format) : format);
}
