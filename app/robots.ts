import type { MetadataRoute } from 'next';

/** What is for anybody may be found; what belongs to a person or an organisation asks for nothing but quiet. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: [
        '/api/',
        '/wallet',
        '/profile',
        '/applications',
        '/hire',
        '/proof/',
        '/cards/',
        '/demo/',
        '/sign-in',
        '/kit',
      ],
    },
  };
}
