package eu.perron.duties;

import eu.perron.house.HardenedXml;
import eu.perron.house.HeadedCsv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads rates in the formats of their publishers; the first thing that is wrong refuses the file.
 */
final class RateReader {
  /** The tables of the law begin here; older rates decide nothing. */
  static final LocalDate EARLIEST = LocalDate.of(2021, 1, 1);

  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final int MOST = 200_000;
  private static final BigDecimal HIGHEST = new BigDecimal("100000000");
  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final String CENTRAL_BANK = "European Central Bank, eurofxref of ";
  private final List<PublishedRate> rates = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private RateReader() {}

  static List<PublishedRate> read(byte[] content) {
    RateReader reader = new RateReader();
    try {
      switch (RateFormat.of(content)) {
        case ECB_XML -> reader.centralBankXml(content);
        case ECB_CSV -> reader.centralBankCsv(text(content));
        case CUSTOMS_CSV -> reader.customsCsv(text(content));
      }
    } catch (IOException | UncheckedIOException broken) {
      throw new UnreadableRates("It is no CSV: " + broken.getMessage());
    }
    if (reader.rates.isEmpty()) {
      throw new UnreadableRates("It holds no rate since %s.".formatted(EARLIEST));
    }
    return reader.rates;
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8).replace("\uFEFF", "");
  }

  private void centralBankXml(byte[] content) throws IOException {
    try {
      HardenedXml.parser().parse(new ByteArrayInputStream(content), new Cubes());
    } catch (SAXException malformed) {
      throw new UnreadableRates("It is no XML: " + malformed.getMessage());
    }
  }

  /** {@code <Cube time="2026-11-20"><Cube currency="USD" rate="1.0800"/>…</Cube>}. */
  private final class Cubes extends DefaultHandler {
    private LocalDate day;

    @Override
    public void startElement(String uri, String name, String prefixed, Attributes cube) {
      if (!name.equals("Cube")) {
        return;
      }
      if (cube.getValue("time") != null) {
        day = day(cube.getValue("time"), "Cube time");
      }
      if (cube.getValue("currency") != null) {
        if (day == null) {
          throw new UnreadableRates("A Cube with a currency stands outside a Cube with a time.");
        }
        centralBank(cube.getValue("currency"), cube.getValue("rate"), day, "Cube of " + day);
      }
    }
  }

  private void centralBankCsv(String content) throws IOException {
    try (CSVParser rows =
        CSVFormat.RFC4180.builder().setTrim(true).get().parse(new StringReader(content))) {
      CSVRecord head = null;
      for (CSVRecord row : rows) {
        if (head == null) {
          head = row;
          continue;
        }
        String where = "line " + rows.getCurrentLineNumber();
        LocalDate day = day(row.get(0), where);
        for (int i = 1; i < Math.min(head.size(), row.size()); i++) {
          if (!head.get(i).isEmpty() && !row.get(i).isEmpty() && !row.get(i).equals("N/A")) {
            centralBank(head.get(i), row.get(i), day, where);
          }
        }
      }
    }
  }

  private void centralBank(String currency, String rate, LocalDate day, String where) {
    if (!day.isBefore(EARLIEST)) {
      add(
          new PublishedRate(
              RateKind.ECB,
              currency(currency, where),
              rate(rate, where),
              day,
              null,
              "F",
              CENTRAL_BANK + day),
          where);
    }
  }

  private void customsCsv(String content) {
    HeadedCsv.read(
        content,
        List.of("currency", "per_euro", "valid_from", "valid_to"),
        UnreadableRates::new,
        (row, line) -> {
          String where = "line " + line;
          LocalDate from = day(row.get("valid_from"), where);
          LocalDate to = day(row.get("valid_to"), where);
          if (to.isBefore(from)) {
            throw new UnreadableRates("%s: %s ends before it begins.".formatted(where, from));
          }
          add(
              new PublishedRate(
                  RateKind.CUSTOMS,
                  currency(row.get("currency"), where),
                  rate(row.get("per_euro").replace(',', '.'), where),
                  from,
                  to,
                  "F",
                  "Customs' table of " + from.getYear() + "-%02d".formatted(from.getMonthValue())),
              where);
        });
  }

  private void add(PublishedRate rate, String where) {
    if (!seen.add(rate.currency() + rate.validFrom())) {
      throw new UnreadableRates(
          "%s: %s of %s stands there twice.".formatted(where, rate.currency(), rate.validFrom()));
    }
    if (rates.size() == MOST) {
      throw new UnreadableRates("More than %d rates are not taken at once.".formatted(MOST));
    }
    rates.add(rate);
  }

  private static String currency(String text, String where) {
    if (text == null || !text.matches("[A-Z]{3}")) {
      throw new UnreadableRates(
          "%s: \"%s\" is no currency, which is three capital letters."
              .formatted(where, shown(text)));
    }
    return text;
  }

  private static BigDecimal rate(String text, String where) {
    if (text == null || !text.matches("\\d{1,9}(\\.\\d{1,8})?")) {
      throw new UnreadableRates(
          "%s: \"%s\" is no rate, which is a number such as 1.0850.".formatted(where, shown(text)));
    }
    BigDecimal rate = new BigDecimal(text);
    if (rate.signum() == 0 || rate.compareTo(HIGHEST) > 0) {
      throw new UnreadableRates("%s: a rate of %s cannot be.".formatted(where, text));
    }
    return rate;
  }

  private static LocalDate day(String text, String where) {
    try {
      LocalDate day = text.contains(" ") ? LocalDate.parse(text, IN_WORDS) : LocalDate.parse(text);
      if (day.isAfter(LATEST)) {
        throw new UnreadableRates("%s: %s is too far away.".formatted(where, day));
      }
      return day;
    } catch (DateTimeException wrong) {
      throw new UnreadableRates(
          "%s: \"%s\" is no day, such as 2026-11-20 or 20 November 2026."
              .formatted(where, shown(text)));
    }
  }

  private static String shown(String text) {
    return text == null ? "" : text.substring(0, Math.min(text.length(), 40));
  }
}
