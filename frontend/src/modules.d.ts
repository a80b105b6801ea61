// The packages of dmn-js ship no types; only what the decision island uses is described.
declare module 'dmn-js-shared/lib/base/Manager' {
  export interface View {
    id: string;
    name?: string;
    type: string;
    element: DmnElement;
  }
  export interface DmnElement {
    $type: string;
    id: string;
    name?: string;
    decisionLogic?: DmnElement & { text?: string };
    drgElement?: DmnElement[];
  }
  export default class Manager {
    constructor(options: { container: Element });
    importXML(xml: string, options?: { open?: boolean }): Promise<{ warnings: unknown[] }>;
    getDefinitions(): DmnElement;
    getViews(): View[];
    open(view: View): Promise<unknown>;
    destroy(): void;
  }
}

declare module 'dmn-js-decision-table/lib/Viewer' {
  const DecisionTableViewer: unknown;
  export default DecisionTableViewer;
}
