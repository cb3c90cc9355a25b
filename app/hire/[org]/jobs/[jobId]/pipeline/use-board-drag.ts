'use client';

import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { MoveTarget } from '#server/applications/schemas.ts';
import { startAutoScroll } from './auto-scroll.ts';

/** What is dragged, and over which column; a pointer outside every column keeps the last one. */
export type Dragged = { candidateId: string; over: MoveTarget | null } | null;

interface Drag {
  region: RefObject<HTMLElement | null>;
  onStart: (candidateId: string) => void;
  onOver: (candidateId: string, to: MoveTarget) => void;
  /** `to` null: released outside the column it was over, or given up. */
  onEnd: (candidateId: string, to: MoveTarget | null) => void;
}

const inside = (element: Element, x: number, y: number) => {
  const box = element.getBoundingClientRect();
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
};

/** Follows cards that are dragged over the columns of the board. */
export function useBoardDrag(drag: Drag): Dragged {
  const [dragged, setDragged] = useState<Dragged>(null);
  const latest = useRef(drag);
  latest.current = drag;
  useEffect(() => {
    let scroll: ReturnType<typeof startAutoScroll> | null = null;
    const idOf = (data: Record<string | symbol, unknown>) => String(data.candidateId);
    return monitorForElements({
      canMonitor: ({ source }) => typeof source.data.candidateId === 'string',
      onDragStart: ({ source }) => {
        scroll = startAutoScroll(() => latest.current.region.current);
        setDragged({ candidateId: idOf(source.data), over: null });
        latest.current.onStart(idOf(source.data));
      },
      onDrag: ({ location }) => scroll?.at(location.current.input.clientX, location.current.input.clientY),
      onDropTargetChange: ({ source, location }) => {
        const over = (location.current.dropTargets[0]?.data.stage as MoveTarget | undefined) ?? null;
        setDragged({ candidateId: idOf(source.data), over });
        if (over) latest.current.onOver(idOf(source.data), over);
      },
      onDrop: ({ source, location }) => {
        scroll?.stop();
        setDragged(null);
        const [target] = location.current.dropTargets;
        const { clientX, clientY } = location.current.input;
        const landed = target && inside(target.element, clientX, clientY);
        latest.current.onEnd(idOf(source.data), landed ? (target.data.stage as MoveTarget) : null);
      },
    });
  }, []);
  return dragged;
}
