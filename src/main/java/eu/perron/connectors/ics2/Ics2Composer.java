package eu.perron.connectors.ics2;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import java.util.List;
import java.util.function.Function;

/** What our filings have in common: one letter, one message. */
abstract class Ics2Composer<T> implements Composer {
  private final String operation;
  private final Class<T> content;
  private final Function<T, byte[]> writing;

  Ics2Composer(String operation, Class<T> content, Function<T, byte[]> writing) {
    this.operation = operation;
    this.content = content;
    this.writing = writing;
  }

  @Override
  public Partner partner() {
    return Partner.ICS2;
  }

  @Override
  public String operation() {
    return operation;
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    PostedLetter letter = letters.get(0);
    return new OutgoingMessage(
        partner(), operation, letter.key(), "application/xml", writing.apply(letter.as(content)));
  }
}
