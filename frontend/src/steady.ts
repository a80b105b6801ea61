const STILL = 5;

/**
 * Leaving a field may take its error message away, and everything below jumps up between the press and the release of the
 * mouse: the click then meets nothing. What was pressed is what is clicked.
 */
export function keepClicks(root: HTMLElement, signal: AbortSignal): void {
  root.addEventListener(
    'pointerdown',
    (down) => {
      const pressed = (down.target as Element).closest<HTMLElement>('button, label, input, a, [role="option"]');
      if (!pressed || down.button !== 0) {
        return;
      }
      const release = (up: PointerEvent): void => {
        const still = Math.hypot(up.clientX - down.clientX, up.clientY - down.clientY) < STILL;
        if (still && pressed.isConnected && !pressed.contains(up.target as Node)) {
          pressed.click();
        }
      };
      addEventListener('pointerup', release, { once: true, signal });
    },
    { capture: true, signal },
  );
}
