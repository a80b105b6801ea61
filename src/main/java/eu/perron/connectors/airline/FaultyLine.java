package eu.perron.connectors.airline;

import eu.perron.connectors.Unreadable;

/** A line that breaks the message's grammar; the sender gets it back in an FNA. */
final class FaultyLine extends Unreadable {
  private static final long serialVersionUID = 1;

  private final String line;

  FaultyLine(int number, String line, String what) {
    super("line " + number, what);
    this.line = line;
  }

  String line() {
    return line;
  }
}
