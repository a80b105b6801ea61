package eu.perron.connectors.china;

import eu.perron.house.PerronSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who we are to China customs: the rows of {@code connectors/china-customs/registration.csv}. */
@Component("chinaCustomsRegistration")
class Registration {
  private final Path file;
  private final Map<String, String> values = new HashMap<>();

  @Autowired
  Registration(PerronSettings settings) {
    this(settings.connectorsDir().resolve("china-customs").resolve("registration.csv"));
  }

  Registration(Path file) {
    this.file = file;
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setCommentMarker('#')
            .setTrim(true)
            .get();
    try (Reader text = Files.newBufferedReader(file)) {
      for (CSVRecord row : format.parse(text)) {
        values.put(row.get("element"), row.get("value"));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
      throw new IllegalStateException(
          "Registration with China customs, %s: %s".formatted(file, unreadable.getMessage()),
          unreadable);
    }
  }

  /**
   * @param element name of the element in the messages
   */
  String of(String element) {
    String value = values.get(element);
    if (value == null) {
      throw new IllegalStateException(file + " has no row for " + element);
    }
    return value;
  }
}
