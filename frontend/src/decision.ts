import 'dmn-js-shared/assets/css/dmn-js-shared.css';
import 'dmn-js-decision-table/assets/css/dmn-js-decision-table.css';
import './decision.css';
import DecisionTableViewer from 'dmn-js-decision-table/lib/Viewer';
import Manager, { type DmnElement } from 'dmn-js-shared/lib/base/Manager';
import { el, errorBox, fetchText } from './dom';
import { texts } from './texts';

/** dmn-js with its table view only: its other views bring an editor along, ten times the size. */
class Tables extends Manager {
  _getViewProviders(): unknown[] {
    return [
      {
        id: 'decisionTable',
        constructor: DecisionTableViewer,
        opens: (element: DmnElement) => element.decisionLogic?.$type === 'dmn:DecisionTable',
      },
    ];
  }
}

class PerronDecision extends HTMLElement {
  static readonly observedAttributes = ['src', 'decision'];

  private tables?: Tables;
  private gone = new AbortController();
  private readonly tabs = el('nav', { class: 'tabs', 'aria-label': texts.decisions });
  private readonly paper = el('div', { class: 'decision-paper' });
  private readonly formula = el('pre');

  connectedCallback(): void {
    this.gone = new AbortController();
    void this.show();
  }

  disconnectedCallback(): void {
    this.gone.abort();
    this.tables?.destroy();
    this.tables = undefined;
  }

  attributeChangedCallback(_: string, before: string | null, now: string | null): void {
    if (this.isConnected && this.tables && before !== now) {
      void this.show();
    }
  }

  private async show(): Promise<void> {
    const src = this.getAttribute('src');
    if (!src) {
      return;
    }
    const { signal } = this.gone;
    try {
      const xml = await fetchText(src, 'application/xml, text/xml, */*', signal);
      if (signal.aborted) {
        return;
      }
      this.tables?.destroy();
      this.replaceChildren(this.tabs, this.paper, this.formula);
      this.tables = new Tables({ container: this.paper });
      await this.tables.importXML(xml, { open: false });
      const decisions = (this.tables.getDefinitions().drgElement ?? []).filter((element) => element.decisionLogic);
      const wished = this.getAttribute('decision');
      const first = decisions.find(({ id }) => id === wished) ?? decisions[0];
      if (!first) {
        throw new Error('no decision in this file');
      }
      this.tabs.hidden = decisions.length < 2;
      this.tabs.replaceChildren(...decisions.map((decision) => this.tab(decision)));
      await this.open(first);
      this.removeAttribute('data-failed');
      this.setAttribute('data-ready', first.id);
    } catch (failure) {
      if (!signal.aborted) {
        this.replaceChildren(errorBox(`${texts.noDecision}.`, failure));
        this.setAttribute('data-failed', '');
      }
    }
  }

  private tab(decision: DmnElement): HTMLButtonElement {
    const tab = el('button', { type: 'button', 'data-decision': decision.id }, decision.name || decision.id);
    tab.addEventListener('click', () => void this.open(decision));
    return tab;
  }

  private async open(decision: DmnElement): Promise<void> {
    const view = this.tables?.getViews().find(({ element }) => element.id === decision.id);
    this.paper.hidden = !view;
    this.formula.hidden = Boolean(view);
    this.formula.textContent = decision.decisionLogic?.text ?? '';
    if (view) {
      await this.tables?.open(view);
    }
    const table = this.paper.querySelector('.tjs-table-container');
    table?.setAttribute('tabindex', '0');
    table?.setAttribute('role', 'region');
    table?.setAttribute('aria-label', `${texts.decisionTable}: ${decision.name || decision.id}`);
    for (const tab of this.tabs.querySelectorAll<HTMLElement>('[data-decision]')) {
      tab.setAttribute('aria-current', String(tab.dataset.decision === decision.id));
    }
  }
}

customElements.define('perron-decision', PerronDecision);
