import { el } from '../dom';
import { texts } from '../texts';
import type { Drawing } from './drawing';

export interface Count {
  orders?: number;
  late?: number;
  tasks?: number;
}

export type Counts = Record<string, Count>;

const PERSON =
  '<svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true"><circle cx="6" cy="3.2" r="2.6"/><path d="M1 12a5 5 0 0 1 10 0z"/></svg>';

/** "12 orders, 1 late, 3 tasks for a clerk" */
export function spell({ orders = 0, late = 0, tasks = 0 }: Count): string {
  const said = [`${orders} ${orders === 1 ? texts.order : texts.orders}`];
  if (late) {
    said.push(`${late} ${texts.late}`);
  }
  if (tasks) {
    said.push(`${tasks} ${tasks === 1 ? texts.task : texts.tasks}`);
  }
  return said.join(', ');
}

const worth = (count: Count | undefined): boolean => Boolean(count && (count.orders || count.late || count.tasks));

/** A number at the corner of each step; only those that changed are touched. */
export class Badges {
  private readonly shown = new Map<string, { overlay: string; said: string; badge: HTMLElement }>();

  constructor(private readonly drawing: Drawing) {}

  show(counts: Counts): void {
    for (const [id, { overlay }] of this.shown) {
      if (!worth(counts[id])) {
        this.drawing.overlays.remove(overlay);
        this.shown.delete(id);
      }
    }
    for (const [id, count] of Object.entries(counts)) {
      if (worth(count) && this.drawing.has(id)) {
        this.put(id, count);
      }
    }
  }

  clear(): void {
    this.shown.clear();
  }

  private put(id: string, count: Count): void {
    const said = spell(count);
    const before = this.shown.get(id);
    if (before?.said === said) {
      return;
    }
    const badge = before?.badge ?? el('div', { class: 'diagram-badge', 'aria-hidden': 'true' });
    badge.replaceChildren(...parts(count));
    badge.title = said;
    if (before) {
      before.said = said;
      badge.classList.remove('changed');
      void badge.offsetWidth; // starts the animation again
      badge.classList.add('changed');
      return;
    }
    const overlay = this.drawing.overlays.add(id, 'count', {
      position: { top: 0, right: 0 },
      html: badge,
      scale: { min: 0.85, max: 1.1 },
    } as never);
    this.shown.set(id, { overlay, said, badge });
  }
}

function parts({ orders = 0, late = 0, tasks = 0 }: Count): HTMLElement[] {
  const made = [el('span', { class: 'orders' }, String(orders))];
  if (late) {
    made.push(el('span', { class: 'late' }, `▲${late}`));
  }
  if (tasks) {
    const person = el('span', { class: 'tasks' });
    person.innerHTML = PERSON;
    person.append(String(tasks));
    made.push(person);
  }
  return made;
}

/** How the partner is that a step waits for, as the server says it. */
export interface Ahead {
  partner: string;
  health: 'WELL' | 'TRIED' | 'ILL' | 'DECLARED_DOWN';
  queued: number;
}

export type Partners = Record<string, Ahead[]>;

/** "bpost ill, 12 messages wait" */
export function tell({ partner, health, queued }: Ahead): string {
  const waits = queued ? `, ${queued} ${queued === 1 ? texts.messageWaits : texts.messagesWait}` : '';
  return `${partner} ${texts[health]}${waits}`;
}

/** Below each step that waits for a partner: its name, how it is in a word, and how much waits before it. */
export class PartnerPlates {
  private readonly shown = new Map<string, { overlay: string; said: string; plate: HTMLElement }>();

  constructor(private readonly drawing: Drawing) {}

  show(partners: Partners): void {
    for (const [id, { overlay }] of this.shown) {
      if (!partners[id]) {
        this.drawing.overlays.remove(overlay);
        this.shown.delete(id);
      }
    }
    for (const [id, ahead] of Object.entries(partners)) {
      if (this.drawing.has(id)) {
        this.put(id, ahead);
      }
    }
  }

  private put(id: string, ahead: Ahead[]): void {
    const said = ahead.map(tell).join('; ');
    const before = this.shown.get(id);
    if (before?.said === said) {
      return;
    }
    const plate = before?.plate ?? el('div', { class: 'diagram-partners', 'aria-hidden': 'true' });
    plate.replaceChildren(...ahead.map((one) => el('span', { class: one.health.toLowerCase() }, short(one))));
    plate.title = said;
    if (before) {
      before.said = said;
      return;
    }
    const overlay = this.drawing.overlays.add(id, 'partner', {
      position: { bottom: 4, left: 0 },
      html: plate,
      scale: { min: 0.75, max: 1 },
    } as never);
    this.shown.set(id, { overlay, said, plate });
  }
}

function short({ partner, health, queued }: Ahead): string {
  const sign = { WELL: '✓', TRIED: '…', ILL: '✕', DECLARED_DOWN: '⏻' }[health];
  return `${sign} ${partner} ${texts[health]}${queued ? ` · ${queued}` : ''}`;
}
