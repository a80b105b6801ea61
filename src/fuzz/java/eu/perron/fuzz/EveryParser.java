package eu.perron.fuzz;

import eu.perron.connectors.CarrierTableParsers;
import eu.perron.connectors.airline.AirlineParsers;
import eu.perron.connectors.belgium.BelgianCustomsParsers;
import eu.perron.connectors.bpost.BpostParsers;
import eu.perron.connectors.cainiao.CainiaoParsers;
import eu.perron.connectors.china.ChinaCustomsParsers;
import eu.perron.connectors.ics2.Ics2Parsers;
import eu.perron.duties.DutiesParsers;
import eu.perron.exports.CustomsCodeParsers;
import eu.perron.flow.ModelParsers;
import eu.perron.freight.FreightParsers;
import eu.perron.house.ReferenceTableParsers;
import eu.perron.orders.OrderParsers;
import eu.perron.reference.ReferenceListParsers;
import eu.perron.sanctions.SanctionsListParsers;
import eu.perron.trade.TradeParsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that reads what strangers write; {@code EveryParserIsFuzzedTest} finds who is missing. */
public final class EveryParser {
  public static final Path CORPUS = Path.of("src/fuzz/corpus");

  private EveryParser() {}

  public static List<Parser> all() {
    return Stream.of(
            AirlineParsers.all(),
            BelgianCustomsParsers.all(),
            BpostParsers.all(),
            CainiaoParsers.all(),
            CarrierTableParsers.all(),
            ChinaCustomsParsers.all(),
            CustomsCodeParsers.all(),
            DutiesParsers.all(),
            FreightParsers.all(),
            Ics2Parsers.all(),
            ModelParsers.all(),
            OrderParsers.all(),
            ReferenceListParsers.all(),
            ReferenceTableParsers.all(),
            SanctionsListParsers.all(),
            TradeParsers.all())
        .flatMap(List::stream)
        .toList();
  }

  public static Parser named(String name) {
    return all().stream()
        .filter(parser -> parser.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No parser is called %s; there are %s"
                        .formatted(name, all().stream().map(Parser::name).toList())));
  }

  /** Good samples first, then what was found before. */
  public static List<Path> inputs(Parser parser) {
    List<Path> inputs = new ArrayList<>();
    parser.samples().forEach(sample -> inputs.addAll(files(Path.of(sample))));
    inputs.addAll(files(CORPUS.resolve(parser.name()).resolve("*")));
    return inputs;
  }

  private static List<Path> files(Path pattern) {
    Path folder = pattern.getParent();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (var matching = Files.newDirectoryStream(folder, pattern.getFileName().toString())) {
      matching.forEach(found::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found.stream().filter(Files::isRegularFile).sorted().toList();
  }
}
