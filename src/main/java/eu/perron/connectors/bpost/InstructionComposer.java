package eu.perron.connectors.bpost;

import eu.perron.delivery.Instruction;
import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import java.util.List;

/**
 * Asks for another presentation of an order's parcels, or for their return; the two differ in their
 * address only.
 */
final class InstructionComposer implements Composer {
  static final String NEW_ATTEMPT = "new-attempt";
  static final String RECALL = "recall";

  private final String operation;
  private final BpostSettings settings;

  InstructionComposer(String operation, BpostSettings settings) {
    this.operation = operation;
    this.settings = settings;
  }

  @Override
  public Partner partner() {
    return Partner.BPOST;
  }

  @Override
  public String operation() {
    return operation;
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    Instruction instruction = letters.get(0).as(Instruction.class);
    return new OutgoingMessage(
        partner(),
        operation(),
        instruction.key(),
        Wire.JSON,
        Wire.write(
            new Wire.Wish(
                settings.account(),
                instruction.key(),
                Wire.time(instruction.askedAt()),
                instruction.barcodes())));
  }
}
