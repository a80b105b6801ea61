import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import './form.css';
import { Form } from '@bpmn-io/form-js-viewer';
import { csrfHeaders, renewCsrf } from './csrf';
import { el, errorBox, fetchText } from './dom';
import { keepClicks } from './steady';
import { texts } from './texts';

interface Problem {
  title?: string;
  detail?: string;
  errors?: { pointer?: string; code?: string; message?: string }[];
}

interface Field {
  id?: string;
  key?: string;
  label?: string;
  type?: string;
  action?: string;
  components?: Field[];
}

class PerronForm extends HTMLElement {
  static readonly observedAttributes = ['schema'];

  private form?: Form;
  private fields: Field[] = [];
  private gone = new AbortController();
  private busy = false;

  private readonly alert = el('div', { role: 'alert' });
  private readonly paper = el('div', { class: 'form-paper' });
  private readonly actions = el('div', { class: 'form-actions toolbar' });

  connectedCallback(): void {
    this.gone = new AbortController();
    // Caught on the way down: a select of form-js keeps Enter to itself.
    this.addEventListener('keydown', this.key, { signal: this.gone.signal, capture: true });
    keepClicks(this, this.gone.signal);
    void this.show();
  }

  disconnectedCallback(): void {
    this.gone.abort();
    this.form?.destroy();
    this.form = undefined;
  }

  attributeChangedCallback(_: string, before: string | null, now: string | null): void {
    if (this.isConnected && this.form && before !== now) {
      void this.show();
    }
  }

  /** Checks the fields and sends them; the same as pressing the form's button. */
  submit(): void {
    if (this.getAttribute('submit') && !this.busy) {
      this.form?.submit();
    }
  }

  private async show(): Promise<void> {
    const schemaUrl = this.getAttribute('schema');
    if (!schemaUrl) {
      return;
    }
    const { signal } = this.gone;
    this.replaceChildren(this.paper, this.alert, this.actions);
    this.alert.replaceChildren();
    this.actions.replaceChildren();
    try {
      const dataUrl = this.getAttribute('data');
      const [schema, data] = await Promise.all([
        fetchText(schemaUrl, 'application/json', signal).then((text) => JSON.parse(text) as Field),
        dataUrl ? fetchText(dataUrl, 'application/json', signal).then((text) => JSON.parse(text) as object) : {},
      ]);
      if (signal.aborted) {
        return;
      }
      this.form?.destroy();
      this.paper.replaceChildren();
      this.fields = flatten(schema);
      // Every letter counts at once: Ctrl+Enter may follow it within the pause form-js makes by default.
      this.form = new Form({ container: this.paper, debounce: false } as never);
      await this.form.importSchema(schema as never, data as never);
      const url = this.getAttribute('submit');
      if (!url) {
        this.form.setProperty('readOnly', true);
      } else if (!this.fields.some((field) => field.type === 'button' && (field.action ?? 'submit') === 'submit')) {
        this.actions.append(this.button());
      }
      this.form.on('submit', ({ data: values, errors }: { data: object; errors: object }) => {
        if (Object.keys(errors).length > 0) {
          this.complain({ title: texts.checkFields });
          this.paper.querySelector<HTMLElement>('[aria-invalid="true"], .fjs-has-errors :is(input, select, textarea)')?.focus();
        } else if (url) {
          void this.send(url, values);
        }
      });
      this.setAttribute('data-ready', '');
    } catch (failure) {
      if (!signal.aborted) {
        this.setAttribute('data-failed', '');
        this.replaceChildren(errorBox(`${texts.noForm}.`, failure));
      }
    }
  }

  private button(): HTMLButtonElement {
    const label = this.getAttribute('submit-label') || texts.complete;
    const button = el('button', { type: 'button', class: 'button primary' }, label, ' ', el('kbd', {}, 'Ctrl ↵'));
    button.addEventListener('click', () => this.submit());
    return button;
  }

  private async send(url: string, values: object): Promise<void> {
    if (this.busy) {
      return;
    }
    this.wait(true);
    this.alert.replaceChildren();
    try {
      let answer = await this.post(url, values);
      if (answer.status === 403) {
        await renewCsrf();
        answer = await this.post(url, values);
      }
      const body = (await answer.json().catch(() => ({}))) as Problem & { next?: string };
      const page = answer.headers.get('Content-Type')?.startsWith('text/html');
      if (page && (answer.redirected || answer.status === 401)) {
        this.complain({ title: texts.signedOut });
      } else if (answer.ok) {
        const stay = new CustomEvent('perron-completed', { detail: body, bubbles: true, cancelable: true });
        if (this.dispatchEvent(stay) && body.next) {
          location.assign(body.next);
          return;
        }
      } else {
        this.complain({ ...body, title: body.title ?? `${texts.refused} (${answer.status})` });
      }
    } catch {
      if (!this.gone.signal.aborted) {
        this.complain({ title: texts.notSent });
      }
    }
    this.wait(false);
  }

  private post(url: string, values: object): Promise<Response> {
    return fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, application/problem+json', ...csrfHeaders() },
      body: JSON.stringify({ values }),
      signal: this.gone.signal,
    });
  }

  private wait(busy: boolean): void {
    this.busy = busy;
    this.toggleAttribute('data-busy', busy);
    this.setAttribute('aria-busy', String(busy));
    for (const button of this.querySelectorAll<HTMLButtonElement>('.form-actions button, button.fjs-button')) {
      button.disabled = busy;
    }
  }

  private complain({ title, detail, errors = [] }: Problem): void {
    const box = el('div', { class: 'notice error' }, el('strong', {}, title || texts.refused));
    if (detail) {
      box.append(' ', detail);
    }
    if (errors.length > 0) {
      box.append(el('ul', {}, ...errors.map((error) => el('li', {}, this.spell(error)))));
    }
    this.alert.replaceChildren(box);
    box.scrollIntoView({ block: 'nearest' });
  }

  /** The last part of the pointer is a field's key: the clerk reads its label. */
  private spell({ pointer = '', code = '', message = code }: { pointer?: string; code?: string; message?: string }): string {
    const key = pointer.split('/').at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~');
    const label = this.fields.find((field) => field.key === key)?.label ?? key;
    return label ? `${label}: ${message}` : message;
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      this.submit();
    }
  };
}

function flatten(field: Field): Field[] {
  return [field, ...(field.components ?? []).flatMap(flatten)];
}

customElements.define('perron-form', PerronForm);
