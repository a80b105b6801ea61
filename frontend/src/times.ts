import { language } from './texts';

const absolute = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
const shortDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });

const steps: [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['second', 1, 60],
  ['minute', 60, 3600],
  ['hour', 3600, 36 * 3600],
  ['day', 86_400, Infinity],
];

function fromNow(at: Date): string {
  const seconds = Math.round((at.getTime() - Date.now()) / 1000);
  const [unit, size] = steps.find(([, , below]) => Math.abs(seconds) < below) ?? steps[3];
  return relative.format(Math.round(seconds / size), unit);
}

function short(at: Date): string {
  return at.toDateString() === new Date().toDateString() ? clock.format(at) : shortDay.format(at);
}

/** `<time datetime="2026-11-22T10:00:00Z" data-local="relative">`; the server's text stays where no script runs. */
export function showLocalTimes(root: ParentNode): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-local][datetime]')) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime())) {
      continue;
    }
    const style = time.dataset.local;
    const text = style === 'relative' ? fromNow(at) : style === 'short' ? short(at) : absolute.format(at);
    if (time.textContent !== text) {
      time.textContent = text;
    }
    time.title = absolute.format(at);
  }
}
