package eu.perron.connectors.airline;

import eu.perron.connectors.MessageReader;
import eu.perron.connectors.Unreadable;
import eu.perron.connectors.airline.ImpLines.Line;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import eu.perron.freight.AirlineAcknowledgement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** FNA and FMA: what they say, and which of our messages they copy. */
@Component
class AcknowledgementReader implements MessageReader {
  static final String KIND = "airline-acknowledgement";
  private static final Pattern COPIED = Pattern.compile("(FWB|FHL)(?:/[0-9]{1,2})?");
  private static final Pattern WAYBILL =
      Pattern.compile("(?:MBI/)?([0-9]{3}-[0-9]{8})(?:[A-Z/].*)?");
  private static final Pattern REFERENCE =
      Pattern.compile("REF/[^/]{0,10}/([A-Z0-9]{1,12}-[0-9]{1,4})(?:/.*)?");

  @Override
  public Partner partner() {
    return Partner.AIRLINE;
  }

  @Override
  public String operation() {
    return "fna";
  }

  @Override
  public Reading read(byte[] body) throws Unreadable {
    ImpLines message = ImpLines.read(body, Set.of("FNA", "FMA"));
    List<Line> lines = message.lines();
    int copy = 0;
    while (copy < lines.size() && !COPIED.matcher(lines.get(copy).text()).matches()) {
      copy++;
    }
    String said =
        lines.subList(0, copy).stream()
            .map(Line::text)
            .filter(
                text -> text.startsWith("ACK/") || text.startsWith("ERR/") || text.startsWith("/"))
            .map(text -> text.substring(text.indexOf('/') + 1))
            .collect(Collectors.joining())
            .strip();
    List<Line> copied = lines.subList(copy, lines.size());
    String awb =
        find(copied, WAYBILL)
            .orElseThrow(
                () ->
                    new Unreadable(
                        "the message",
                        "it copies no FWB or FHL with an air waybill number, so nobody can tell what it answers"));
    AirlineAcknowledgement acknowledgement =
        new AirlineAcknowledgement(
            message.type().equals("FMA"),
            copied.get(0).text().substring(0, 3),
            awb,
            find(copied, REFERENCE).orElse(null),
            said);
    return new Reading(
        Hash.of(body), List.of(new Arrival(KIND, Hash.of(body), awb, acknowledgement)));
  }

  private static Optional<String> find(List<Line> lines, Pattern pattern) {
    return lines.stream()
        .map(line -> pattern.matcher(line.text()))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }
}
