package eu.perron.exchange;

import java.util.List;

/**
 * Reads what a partner answers while the line is open, for partners that do (a receipt, a label).
 */
public interface ReplyReader {
  Partner partner();

  String operation();

  List<Arrival> read(OutgoingMessage sent, Reply reply);
}
