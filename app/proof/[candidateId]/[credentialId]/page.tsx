import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { proofPath } from '#app/(candidate)/credential-words.ts';
import { readOrigin } from '#app/read-origin.ts';
import { standingOf, verdictWordKey } from '#app/ui/proof/standing.ts';
import { Proof } from './proof.tsx';
import { readProof } from './read-proof.ts';

type Params = Promise<{ candidateId: string; credentialId: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { candidateId, credentialId } = await params;
  const [t, words, proof] = await Promise.all([
    getTranslations('proof'),
    getTranslations('ui.verdict'),
    readProof(candidateId, credentialId),
  ]);
  if (proof === null) return { title: t('missingTitle'), robots: { index: false } };
  const verdict = words(verdictWordKey(standingOf(proof.verdict, proof.bound), proof.code));
  return { title: t('pageTitle', { verdict, title: proof.title }), robots: { index: false } };
}

export default async function ProofPage({ params }: { params: Params }) {
  const { candidateId, credentialId } = await params;
  const [proof, origin] = await Promise.all([readProof(candidateId, credentialId), readOrigin()]);
  if (proof === null) notFound();
  return <Proof proof={proof} address={`${origin}${proofPath(proof)}`} />;
}
