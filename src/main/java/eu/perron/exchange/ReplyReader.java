package eu.perron.exchange;

import java.util.List;

/**
 * Reads what a partner answers while the line is open, for partners that do (a receipt, a label).
 * Where none is, the answer must be empty: a route throws away a courtesy that says nothing.
 */
public interface ReplyReader {
  Partner partner();

  String operation();

  /**
   * @throws PartnerUnavailable if it is no answer of this partner: the message goes again
   * @throws PartnerRefused if the partner will never take the message
   */
  List<Arrival> read(OutgoingMessage sent, Reply reply);
}
