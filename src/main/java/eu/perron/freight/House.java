package eu.perron.freight;

import java.math.BigDecimal;
import java.util.List;

/**
 * One order in the air: its number is the house air waybill's.
 *
 * @param mrn of the entry summary, once registered
 * @param question what the authority wants to know, null if nothing
 * @param amending whether the authority was asked to change the filing, and has not answered
 */
public record House(
    String orderNumber,
    String consignmentNumber,
    int pieces,
    BigDecimal weightKg,
    String goods,
    List<String> hsCodes,
    Trader consignor,
    Trader consignee,
    State state,
    Security security,
    String lrn,
    String mrn,
    String question,
    boolean amending) {

  public enum State {
    ABOARD,
    PULLED,
    NOT_LOADED,
    MISSING,
    LOST,
    PRESENTED
  }

  public enum Security {
    NONE,
    FILED,
    REGISTERED,
    ASKED,
    ANSWERED,
    ASSESSED,
    DO_NOT_LOAD,
    REFUSED,
    /** The authority was asked to forget the filing, and did. */
    INVALIDATED
  }
}
