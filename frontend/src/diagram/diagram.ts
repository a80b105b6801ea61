import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './diagram.css';
import { el, errorBox, fetchText } from '../dom';
import { texts } from '../texts';
import { Badges, PartnerPlates, spell, tell, type Count, type Counts, type Partners } from './badges';
import { Drawing, type Step } from './drawing';

interface Visit {
  url: string;
  name: string;
}

const words = (text: string | null): string[] => text?.split(/\s+/).filter(Boolean) ?? [];

class PerronDiagram extends HTMLElement {
  static readonly observedAttributes = ['src', 'here', 'walked', 'counts', 'partners'];

  private drawing?: Drawing;
  private badges?: Badges;
  private plates?: PartnerPlates;
  private counts: Counts = {};
  private partners: Partners = {};
  private trail: Visit[] = [];
  private gone = new AbortController();
  private timer = 0;
  private loading = 0;
  private moved = false;

  private readonly crumbs = el('nav', { class: 'diagram-crumbs', 'aria-label': texts.back, hidden: true });
  private readonly paper = el('div', { class: 'diagram-paper' });
  private readonly tools = el('div', { class: 'diagram-tools' });
  private readonly stale = el('p', { class: 'diagram-stale', role: 'status' });
  private readonly steps = el('div', { class: 'diagram-steps visually-hidden' });
  private readonly sizes = new ResizeObserver(() => this.refit());

  connectedCallback(): void {
    this.gone = new AbortController();
    this.setAttribute('role', 'group');
    if (!this.hasAttribute('aria-label')) {
      this.setAttribute('aria-label', texts.diagram);
    }
    this.tools.replaceChildren(
      this.tool('−', texts.zoomOut, () => this.drawing?.zoom(1 / 1.25)),
      this.tool('+', texts.zoomIn, () => this.drawing?.zoom(1.25)),
      this.tool('⤢', texts.fit, () => this.refit(true)),
    );
    this.replaceChildren(this.crumbs, this.tools, this.paper, this.stale, this.steps);
    document.addEventListener('visibilitychange', this.poll, { signal: this.gone.signal });
    this.paper.addEventListener('keydown', this.key, { signal: this.gone.signal });
    this.sizes.observe(this);
    void this.start();
  }

  disconnectedCallback(): void {
    this.gone.abort();
    clearTimeout(this.timer);
    this.sizes.disconnect();
    this.drawing?.destroy();
    this.drawing = undefined;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || before === now || !this.drawing) {
      return;
    }
    if (name === 'src') {
      void this.start();
    } else if (name === 'counts' || name === 'partners') {
      void this.poll();
    } else {
      this.marks();
      this.list();
    }
  }

  private start(): Promise<void> {
    const src = this.getAttribute('src');
    this.trail = src ? [{ url: src, name: '' }] : [];
    return this.draw();
  }

  private async draw(): Promise<void> {
    const place = this.trail.at(-1);
    if (!place) {
      return;
    }
    const turn = ++this.loading;
    clearTimeout(this.timer);
    try {
      const xml = await fetchText(place.url, 'application/xml, text/xml, */*', this.gone.signal);
      if (turn !== this.loading || this.gone.signal.aborted) {
        return;
      }
      this.drawing?.destroy();
      this.paper.replaceChildren();
      this.counts = {};
      this.partners = {};
      this.drawing = new Drawing(this.paper);
      this.badges = new Badges(this.drawing);
      this.plates = new PartnerPlates(this.drawing);
      await this.drawing.load(xml);
      place.name = this.drawing.process.name;
      this.drawing.svg.setAttribute('role', 'img');
      this.drawing.svg.setAttribute('aria-label', `${this.getAttribute('aria-label')}: ${place.name}`);
      this.drawing.whenOpened(
        (step) => this.hasAttribute('drill') && this.target(step) !== undefined,
        (step) => this.open(step),
      );
      this.moved = false;
      this.drawing.events.on('element.mousedown', () => (this.moved = true));
      this.marks();
      this.refit(true);
      this.trace();
      this.list();
      this.removeAttribute('data-failed');
      this.setAttribute('data-ready', this.drawing.process.id);
      await this.poll();
    } catch (failure) {
      if (!this.gone.signal.aborted && turn === this.loading) {
        this.setAttribute('data-failed', '');
        this.drawing?.destroy();
        this.drawing = undefined;
        this.paper.replaceChildren(errorBox(`${texts.noDiagram}.`, failure));
        this.trace();
      }
    }
  }

  private open(step: Step): void {
    const process = this.target(step);
    const detail = { activityId: step.id, calledElement: process ?? step.calls };
    const go = this.dispatchEvent(new CustomEvent('perron-open', { detail, bubbles: true, cancelable: true }));
    const drill = this.getAttribute('drill');
    if (go && drill && process) {
      this.trail.push({ url: drill.replaceAll('{process}', encodeURIComponent(process)), name: step.name });
      void this.draw().then(() => this.drawing?.svg.focus());
    }
  }

  /** The called process: as written in the file, or by the `called` attribute where the file has an expression. */
  private target({ id, calls }: Step): string | undefined {
    const told = words(this.getAttribute('called')).find((pair) => pair.startsWith(`${id}=`));
    return told?.slice(id.length + 1) || (calls && !/[#$]\{/.test(calls) ? calls : undefined);
  }

  private trace(): void {
    this.crumbs.hidden = this.trail.length < 2;
    const items = this.trail.map((visit, depth) => {
      if (depth === this.trail.length - 1) {
        return el('li', { 'aria-current': 'page' }, visit.name);
      }
      const back = el('button', { type: 'button', class: 'button quiet compact' }, visit.name);
      back.addEventListener('click', () => {
        this.trail.length = depth + 1;
        void this.draw().then(() => this.drawing?.svg.focus());
      });
      return el('li', {}, back);
    });
    this.crumbs.replaceChildren(el('ol', {}, ...items));
  }

  /** Ids that belong to this diagram; `process:activity` names one of a called process without doubt. */
  private ids(attribute: string): string[] {
    const process = this.drawing?.process.id;
    return words(this.getAttribute(attribute))
      .map((word) => word.split(':'))
      .filter((split) => split.length === 1 || split[0] === process)
      .map((split) => split.at(-1)!)
      .filter((id) => this.drawing?.has(id));
  }

  private marks(): void {
    this.drawing?.mark({ walked: this.ids('walked'), here: this.ids('here') });
  }

  private refit(always = false): void {
    if (!this.drawing || !(always || (this.hasAttribute('fit') && !this.moved))) {
      return;
    }
    if (this.hasAttribute('fit')) {
      const height = Math.min(this.drawing.heightFor(this.paper.clientWidth), Math.max(260, innerHeight * 0.72));
      this.style.setProperty('--diagram-fitted', `${Math.round(height)}px`);
    }
    this.drawing.fit(this.ids('here')[0]);
    this.moved = false;
  }

  private readonly poll = async (): Promise<void> => {
    clearTimeout(this.timer);
    const drawing = this.drawing;
    if (!drawing || document.hidden || !(this.hasAttribute('counts') || this.hasAttribute('partners'))) {
      return;
    }
    try {
      const [counts, partners] = await Promise.all([this.ask<Counts>('counts'), this.ask<Partners>('partners')]);
      if (drawing !== this.drawing) {
        return;
      }
      this.counts = counts;
      this.partners = partners;
      this.badges?.show(counts);
      this.plates?.show(partners);
      this.list();
      this.stale.textContent = '';
    } catch (failure) {
      if (this.gone.signal.aborted || drawing !== this.drawing) {
        return;
      }
      this.stale.textContent = texts.stale;
    }
    const every = Math.max(500, Number(this.getAttribute('every')) || 2000);
    this.timer = window.setTimeout(this.poll, every);
  };

  /** What the URL of an attribute says about the process shown; nothing, if it names none. */
  private async ask<T extends object>(attribute: string): Promise<T> {
    const template = this.getAttribute(attribute);
    if (!template || !this.drawing) {
      return {} as T;
    }
    const url = template.replaceAll('{process}', encodeURIComponent(this.drawing.process.id));
    return JSON.parse(await fetchText(url, 'application/json', this.gone.signal)) as T;
  }

  /** What the picture says, as text: counts, the way walked, and a button for each called process. */
  private list(): void {
    const drawing = this.drawing;
    if (!drawing) {
      return;
    }
    const held = (document.activeElement as HTMLElement | null)?.dataset.step;
    const calls = new Map(drawing.callActivities().map((step) => [step.id, step]));
    const walked = this.ids('walked');
    const here = this.ids('here');
    const counted = Object.keys(this.counts).filter((id) => drawing.has(id) && spells(this.counts[id]));
    const ahead = Object.keys(this.partners).filter((id) => drawing.has(id));
    const ids = new Set([...walked, ...here, ...counted, ...ahead, ...(this.hasAttribute('drill') ? calls.keys() : [])]);
    const items = [...ids].map((id) => {
      const step = drawing.step(id);
      const said = [
        here.includes(id) ? texts.here : walked.includes(id) ? texts.walked : '',
        counted.includes(id) ? spell(this.counts[id]) : '',
        ...(this.partners[id] ?? []).map(tell),
      ].filter(Boolean);
      const item = el('li', { 'data-activity': id }, said.length ? `${step.name}: ${said.join(', ')}` : step.name);
      if (this.hasAttribute('drill') && this.target(step)) {
        const button = el('button', { type: 'button', class: 'button compact', 'data-step': id }, `${texts.open} ${step.name}`);
        button.addEventListener('click', () => this.open(step));
        item.append(' ', button);
      }
      return item;
    });
    const title = this.hasAttribute('counts') ? texts.steps : texts.path;
    const next = el('div', {}, el('p', {}, el('strong', {}, title)), el('ul', {}, ...items));
    if (!this.steps.firstElementChild || next.innerHTML !== this.steps.firstElementChild.innerHTML) {
      this.steps.replaceChildren(next);
      if (held && this.isConnected) {
        this.steps.querySelector<HTMLElement>(`[data-step="${CSS.escape(held)}"]`)?.focus();
      }
    }
  }

  private tool(sign: string, name: string, act: () => void): HTMLButtonElement {
    const button = el('button', { type: 'button', class: 'button compact', title: name, 'aria-label': name }, sign);
    button.addEventListener('click', () => {
      act();
      this.moved = sign !== '⤢';
    });
    return button;
  }

  private readonly key = (event: KeyboardEvent): void => {
    const ways: Record<string, () => void> = {
      ArrowLeft: () => this.drawing?.move(60, 0),
      ArrowRight: () => this.drawing?.move(-60, 0),
      ArrowUp: () => this.drawing?.move(0, 60),
      ArrowDown: () => this.drawing?.move(0, -60),
      '+': () => this.drawing?.zoom(1.25),
      '-': () => this.drawing?.zoom(1 / 1.25),
      '0': () => this.refit(true),
    };
    const way = event.ctrlKey || event.metaKey || event.altKey ? undefined : ways[event.key];
    if (way) {
      event.preventDefault();
      event.stopPropagation();
      this.moved = true;
      way();
    }
  };
}

const spells = ({ orders, late, tasks }: Count): boolean => Boolean(orders || late || tasks);

customElements.define('perron-diagram', PerronDiagram);
