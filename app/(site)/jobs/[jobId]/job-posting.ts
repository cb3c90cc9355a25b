import { micromark } from 'micromark';
import type { PublicJobOutput } from '#server/jobs/schemas.ts';

const employmentTypes: Record<PublicJobOutput['contract'], string> = {
  permanent: 'FULL_TIME',
  temporary: 'TEMPORARY',
  'part-time': 'PART_TIME',
  internship: 'INTERN',
  freelance: 'CONTRACTOR',
};

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const inParagraph = (words: string) => `<p>${words.replace(/[&<>]/g, (sign) => escapes[sign] ?? '')}</p>`;

/**
 * The employer's Markdown as the HTML that search engines want. What the text has of HTML is escaped, addresses that
 * could run something are emptied, and pictures are left out, as on the page.
 */
function toHtml(text: string): string {
  return micromark(text.trim()).replaceAll(/<img [^>]*>/g, '');
}

function payOf({ payMin, payMax, payCurrency, payPeriod }: PublicJobOutput) {
  if ((payMin === null && payMax === null) || payCurrency === null || payPeriod === null) return undefined;
  const range = {
    ...(payMin === null ? {} : { minValue: payMin }),
    ...(payMax === null ? {} : { maxValue: payMax }),
  };
  return {
    '@type': 'MonetaryAmount',
    currency: payCurrency,
    value: { '@type': 'QuantitativeValue', ...range, unitText: payPeriod.toUpperCase() },
  };
}

/**
 * A published job as schema.org JobPosting (https://schema.org/JobPosting), for search engines and other boards. What
 * the employer did not state is left out. `educationRequirements` says "no requirements" unless a law or licence asks
 * for a degree.
 */
export function toJobPosting(job: PublicJobOutput): Record<string, unknown> {
  const { employer, place, workplace } = job;
  const isFar = workplace === 'remote';
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: job.title,
    description: toHtml(job.description) || inParagraph(job.title),
    identifier: { '@type': 'PropertyValue', name: employer.name, value: job.reference },
    datePosted: job.publishedAt?.toISOString(),
    validThrough: job.validThrough?.toISOString(),
    employmentType: employmentTypes[job.contract],
    hiringOrganization: {
      '@type': 'Organization',
      name: employer.name,
      sameAs: employer.website ?? undefined,
    },
    jobLocation:
      place === null || isFar
        ? undefined
        : { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: place } },
    jobLocationType: isFar ? 'TELECOMMUTE' : undefined,
    baseSalary: payOf(job),
    skills: job.requirements.map(({ label }) => ({ '@type': 'DefinedTerm', name: label })),
    educationRequirements: job.degreeNeeded ? 'A degree is required by law or licence' : 'no requirements',
  };
}

/** JSON as it may stand inside a script element: nothing in it can end the element. */
export function toScriptText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
