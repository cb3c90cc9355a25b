import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MoreWords } from '#app/i18n/more-words.tsx';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { api } from '#server/api/caller.ts';
import { EightChecks } from './(site)/landing/eight-checks.tsx';
import { QuickCheck } from './(site)/landing/quick-check.tsx';
import { Reads } from './(site)/landing/reads.tsx';
import { SampleList } from './(site)/landing/sample-list.tsx';
import { Users } from './(site)/landing/users.tsx';
import { SiteShell } from './(site)/site-shell.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.landing');
  return { title: { absolute: t('metaTitle') }, description: t('description') };
}

async function Hero() {
  const t = await getTranslations('site.landing');
  return (
    <div className="grid items-end gap-8 pt-4 fold:grid-cols-[minmax(0,1fr)_20rem] fold:gap-10 fold:pt-8">
      <div className="stack">
        <h1 className="max-w-[24ch] text-2xl leading-[1.12] fold:text-3xl fold:leading-[1.12]">
          {t('title')}
        </h1>
        <p className="soft max-w-[60ch] text-lg">{t('lead')}</p>
        <div className="row">
          <ButtonLink tone="go" href="/wallet/import">
            {t('add')}
          </ButtonLink>
          <ButtonLink href="/hire">{t('post')}</ButtonLink>
        </div>
      </div>
      <QuickCheck />
    </div>
  );
}

async function Sample() {
  const [t, caller] = await Promise.all([getTranslations('site.sample'), api()]);
  const { before, after } = await caller.demo.sample();
  const badge = { title: t('badge'), issuer: t('issuer'), skill: t('skill') };
  return (
    <section aria-labelledby="sample">
      <div className="row between">
        <h2 id="sample">{t('title')}</h2>
        <span className="t13 quiet">{t('note')}</span>
      </div>
      <SampleList before={before} after={after} badge={badge} />
    </section>
  );
}

/** `?deleted`: where somebody arrives whose account has just been deleted. */
export default async function LandingPage({ searchParams }: { searchParams: Promise<{ deleted?: string }> }) {
  const [{ deleted }, t] = await Promise.all([searchParams, getTranslations('site.landing')]);
  return (
    <SiteShell>
      <MoreWords of={['site']}>
        <div className="wrap grid gap-12">
          {deleted !== undefined && <Note>{t('deleted')}</Note>}
          <Hero />
          <Sample />
          <Users />
          <EightChecks />
          <Reads more />
        </div>
      </MoreWords>
    </SiteShell>
  );
}
