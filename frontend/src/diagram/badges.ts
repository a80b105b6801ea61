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
