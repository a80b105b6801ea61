package eu.perron.connectors.belgium;

import org.springframework.stereotype.Component;

/** Reads what the administration answers to a presentation: the same as to declarations. */
@Component
class IdmsPresentationReceiptReader extends IdmsReceiptReader {
  @Override
  public String operation() {
    return "presentation";
  }
}
