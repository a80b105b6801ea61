import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type { ShapeLike } from 'diagram-js/lib/model/Types';

const LEAST_READABLE = 0.45;
const MOST_READABLE = 1.15;
const MARGIN = 28;
/** Below the drawing lie the buttons and the bpmn.io mark. */
const FOOT = 36;

export interface Step {
  id: string;
  name: string;
  /** Of a call activity: the process it calls, or an expression that names it at run time. */
  calls?: string;
}

interface Moddle {
  $type: string;
  $parent?: Moddle;
  id: string;
  name?: string;
  calledElement?: string;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

/** One BPMN diagram in one container: what bpmn-js draws, in our colours, with our ways to move about. */
export class Drawing {
  private readonly viewer: NavigatedViewer;
  private readonly marked: [string, string][] = [];
  private openable: (step: Step) => boolean = () => false;

  constructor(private readonly container: HTMLElement) {
    this.viewer = new NavigatedViewer({
      container,
      bpmnRenderer: {
        defaultFillColor: 'var(--diagram-fill)',
        defaultStrokeColor: 'var(--diagram-stroke)',
        defaultLabelColor: 'var(--diagram-label)',
      },
      // The wheel belongs to the page; with Ctrl or a pinch it zooms (below).
      zoomScroll: { enabled: false },
    } as never);
    this.events.on('import.render.start', ({ definitions }: { definitions: Moddle }) => softenColours(definitions));
    container.addEventListener('wheel', this.wheel, { passive: false });
    container.addEventListener('pointerdown', this.touch);
  }

  get events(): EventBus {
    return this.viewer.get<EventBus>('eventBus');
  }

  get overlays(): Overlays {
    return this.viewer.get<Overlays>('overlays');
  }

  private get canvas(): Canvas {
    return this.viewer.get<Canvas>('canvas');
  }

  private get registry(): ElementRegistry {
    return this.viewer.get<ElementRegistry>('elementRegistry');
  }

  get svg(): SVGElement {
    return this.container.querySelector<SVGElement>('.djs-container svg')!;
  }

  async load(xml: string): Promise<void> {
    this.marked.length = 0;
    await this.viewer.importXML(xml);
  }

  has(id: string): boolean {
    return this.registry.get(id) !== undefined;
  }

  /** The process drawn: in a collaboration, that of its first pool with a process of ours. */
  get process(): Step {
    const root = this.canvas.getRootElement().businessObject as Moddle;
    if (root.$type !== 'bpmn:Collaboration') {
      return { id: root.id, name: root.name || root.id };
    }
    const pools = (root.get('participants') as Moddle[]).filter((pool) => pool.get('processRef'));
    const process = pools[0]?.get('processRef') as Moddle | undefined;
    return { id: process?.id ?? root.id, name: process?.name || pools[0]?.name || root.id };
  }

  step(id: string): Step {
    const node = this.registry.get(id)?.businessObject as Moddle | undefined;
    return { id, name: node?.name?.replace(/\s+/g, ' ') || id, calls: node?.calledElement };
  }

  callActivities(): Step[] {
    return this.registry
      .filter((element) => element.businessObject?.$type === 'bpmn:CallActivity')
      .map((element) => this.step(element.id));
  }

  whenOpened(openable: (step: Step) => boolean, open: (step: Step) => void): void {
    this.openable = openable;
    this.events.on('element.click', ({ element }: { element: { id: string; businessObject?: Moddle } }) => {
      if (element.businessObject?.$type === 'bpmn:CallActivity') {
        open(this.step(element.id));
      }
    });
  }

  mark(marks: Record<string, string[]>): void {
    for (const [id, name] of this.marked.splice(0)) {
      this.canvas.removeMarker(id, name);
    }
    for (const [name, ids] of Object.entries(marks)) {
      for (const id of ids.filter((one) => this.has(one))) {
        this.canvas.addMarker(id, name);
        this.marked.push([id, name]);
      }
    }
    for (const call of this.callActivities().filter((step) => this.openable(step))) {
      this.canvas.addMarker(call.id, 'opens');
    }
  }

  /** How high the container should be so that the whole width is seen and nothing is smaller than readable. */
  heightFor(width: number): number {
    const { inner } = this.canvas.viewbox();
    const scale = readable(width / (inner.width + 2 * MARGIN));
    return Math.round((inner.height + 2 * MARGIN) * scale) + FOOT;
  }

  /** Everything in view; when that would be too small to read, the place that matters is in view and the rest can be moved to. */
  fit(around?: string): void {
    this.canvas.resized();
    const { inner, outer } = this.canvas.viewbox();
    if (!outer.width || !outer.height || !inner.width) {
      return;
    }
    const free = outer.height - FOOT;
    const scale = readable(Math.min(outer.width / (inner.width + 2 * MARGIN), free / (inner.height + 2 * MARGIN)));
    const width = outer.width / scale;
    const height = free / scale;
    const shape = around ? (this.registry.get(around) as ShapeLike | undefined) : undefined;
    this.canvas.viewbox({
      x: along(inner.x, inner.width, width, shape && shape.x + shape.width / 2),
      y: along(inner.y, inner.height, height, shape ? shape.y + shape.height / 2 : inner.y + inner.height / 2),
      width,
      height: outer.height / scale,
    });
  }

  zoom(factor: number, at?: { x: number; y: number }): void {
    const next = Math.min(3, Math.max(0.2, this.canvas.zoom() * factor));
    this.canvas.zoom(next, at ?? ('auto' as never));
  }

  move(dx: number, dy: number): void {
    this.canvas.scroll({ dx, dy });
  }

  destroy(): void {
    this.container.removeEventListener('wheel', this.wheel);
    this.container.removeEventListener('pointerdown', this.touch);
    this.viewer.destroy();
  }

  private readonly wheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const box = this.container.getBoundingClientRect();
      this.zoom(Math.exp(-event.deltaY / 300), { x: event.clientX - box.left, y: event.clientY - box.top });
    }
  };

  // A finger moves the diagram sideways; up and down it moves the page (touch-action in the stylesheet).
  private readonly touch = (down: PointerEvent): void => {
    if (down.pointerType === 'mouse') {
      return;
    }
    let { clientX: x, clientY: y } = down;
    const ended = new AbortController();
    const follow = (move: PointerEvent): void => {
      this.move(move.clientX - x, move.clientY - y);
      ({ clientX: x, clientY: y } = move);
    };
    addEventListener('pointermove', follow, { signal: ended.signal });
    addEventListener('pointerup', () => ended.abort(), { signal: ended.signal });
    addEventListener('pointercancel', () => ended.abort(), { signal: ended.signal });
  };
}

const readable = (scale: number): number => Math.min(MOST_READABLE, Math.max(LEAST_READABLE, scale));

/** Where the view starts along one axis: centred if all fits, else around `centre`, never past the ends. */
function along(start: number, length: number, view: number, centre?: number): number {
  if (length + 2 * MARGIN <= view + 1) {
    return start - (view - length) / 2;
  }
  const wished = centre === undefined ? start - MARGIN : centre - view / 2;
  return Math.min(Math.max(wished, start - MARGIN), start + length + MARGIN - view);
}

/** Colours that a modeler wrote into the file are mixed with the theme's, so that labels stay readable in the dark. */
function softenColours(definitions: Moddle): void {
  const soften = (di: Moddle, name: string, share: string, theme: string): void => {
    const colour = di.get(name);
    if (typeof colour === 'string' && /^(#|rgb|hsl|[a-z]+$)/i.test(colour)) {
      di.set(name, `color-mix(in srgb, ${colour} ${share}, var(${theme}))`);
    }
  };
  for (const diagram of (definitions.get('diagrams') as { plane?: Moddle }[]) ?? []) {
    for (const di of (diagram.plane?.get('planeElement') as Moddle[]) ?? []) {
      for (const fill of ['color:background-color', 'bioc:fill']) {
        soften(di, fill, 'var(--diagram-own-fill)', '--diagram-fill');
      }
      for (const stroke of ['color:border-color', 'bioc:stroke']) {
        soften(di, stroke, 'var(--diagram-own-stroke)', '--diagram-stroke');
      }
    }
  }
}
