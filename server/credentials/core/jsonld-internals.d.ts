// The part of jsonld that is reached into, as it is in version 9.0.0.

declare module 'jsonld/lib/context.js' {
  export type ActiveContext = {
    processingMode?: string | undefined;
    mappings: Map<string, unknown>;
    inverse: unknown;
    getInverse: () => unknown;
    clone: () => ActiveContext;
    revertToPreviousContext: () => ActiveContext;
    protected: Record<string, boolean>;
    previousContext?: ActiveContext;
    '@base'?: unknown;
    '@language'?: unknown;
    '@vocab'?: unknown;
  };
  export type ProcessOptions = {
    activeCtx: ActiveContext;
    localCtx: unknown;
    options: { safe?: boolean; base?: string | null; documentLoader?: unknown };
    propagate?: boolean;
    overrideProtected?: boolean;
    cycles?: Set<string>;
  };
  const library: {
    process: (call: ProcessOptions) => Promise<ActiveContext>;
    getInitialContext: (options: { processingMode: string | undefined }) => ActiveContext;
  };
  export default library;
}
