'use client';

import { useTranslations } from 'next-intl';
import { Toast } from 'radix-ui';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';

type Message = {
  /** Messages of the same kind that follow each other become one, counted up. */
  kind: string;
  /** What was done, for `count` things: "4 moved". */
  say: (count: number) => ReactNode;
  /** How many things this message is about; one as a rule. */
  amount?: number;
  /** Takes it back; called once for each message counted, last one first. */
  undo?: (() => void) | undefined;
};

type Shown = { id: number; kind: string; say: Message['say']; count: number; undos: (() => void)[] };

type Toaster = {
  /** Says what was just done. One message at a time; 10 s, standing still under pointer or focus. */
  show: (message: Message) => void;
  /** Takes back what the message on show says; false when there is nothing to take back. */
  undoLast: () => boolean;
};

const ToasterContext = createContext<Toaster | null>(null);

/** The toaster of the page; only inside `ToastProvider`. */
export function useToast(): Toaster {
  const toaster = useContext(ToasterContext);
  if (toaster === null) throw new Error('useToast needs a ToastProvider above it');
  return toaster;
}

function useToaster() {
  const [shown, setShown] = useState<Shown | null>(null);
  // Kept beside the state, so that a key press reads the message of this moment without a render between.
  const current = useRef<Shown | null>(null);
  const put = useCallback((next: Shown | null) => {
    current.current = next;
    setShown(next);
  }, []);

  const show = useCallback(
    (message: Message) => {
      const last = current.current;
      const follows = last !== null && last.kind === message.kind;
      put({
        id: (last?.id ?? 0) + 1,
        kind: message.kind,
        say: message.say,
        count: (follows ? last.count : 0) + (message.amount ?? 1),
        undos: [...(follows ? last.undos : []), ...(message.undo ? [message.undo] : [])],
      });
    },
    [put],
  );

  const undoLast = useCallback(() => {
    const last = current.current;
    if (last === null || last.undos.length === 0) return false;
    put(null);
    for (const undo of last.undos.toReversed()) undo();
    return true;
  }, [put]);

  return { shown, show, undoLast, close: useCallback(() => put(null), [put]) };
}

/** Holds the toast of a page. Around everything that may be undone. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('ui.toast');
  const { shown, show, undoLast, close } = useToaster();
  const toaster = useMemo(() => ({ show, undoLast }), [show, undoLast]);
  return (
    <ToasterContext.Provider value={toaster}>
      <Toast.Provider duration={10_000} swipeDirection="down">
        {children}
        {shown !== null && (
          <Toast.Root key={shown.id} className="toast" open onOpenChange={(open) => !open && close()}>
            <Toast.Description>{shown.say(shown.count)}</Toast.Description>
            {shown.undos.length > 0 && (
              <Toast.Action altText={t('undo')} onClick={undoLast}>
                {t('undo')}
              </Toast.Action>
            )}
            <Toast.Close className="x" aria-label={t('close')}>
              <span aria-hidden="true">✕</span>
            </Toast.Close>
          </Toast.Root>
        )}
        <Toast.Viewport className="toasts" label={t('region', { hotkey: '{hotkey}' })} />
      </Toast.Provider>
    </ToasterContext.Provider>
  );
}
