package eu.perron.reference;

import eu.perron.house.HardenedXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * {@code RDEntityList} of CS/RD2: one {@code RDEntry} for each office, with its status, and {@code
 * dataItem}s told apart by their {@code name}. Of its names the English one counts, or the first.
 */
final class OfficesReader extends DefaultHandler {
  private static final String OFFICES = "CustomsOffices";
  private static final int MOST_TEXT = 2_000;

  private final ListFile.Rows rows = new ListFile.Rows();
  private final StringBuilder text = new StringBuilder();
  private boolean offices;
  private boolean anyOffices;
  private String item;
  private String state;
  private String activeFrom;
  private String number;
  private String language;
  private String name;

  private OfficesReader() {}

  static ListFile read(byte[] content) {
    OfficesReader reader = new OfficesReader();
    try {
      HardenedXml.parser().parse(new ByteArrayInputStream(content), reader);
    } catch (SAXException | IOException broken) {
      throw new UnreadableReference("It is no whole XML: " + broken.getMessage());
    }
    if (!reader.anyOffices) {
      throw new UnreadableReference(
          "It has no RDEntity of the name CustomsOffices: it is no list of customs offices.");
    }
    return reader.rows.of(ListKind.CUSTOMS_OFFICES);
  }

  @Override
  public void startElement(String space, String element, String prefixed, Attributes at) {
    text.setLength(0);
    switch (element) {
      case "RDEntity" -> {
        offices = OFFICES.equals(at.getValue("name"));
        anyOffices |= offices;
      }
      case "RDEntry" -> {
        state = null;
        activeFrom = null;
        number = null;
        language = null;
        name = null;
      }
      case "dataItem" -> item = at.getValue("name");
      default -> {}
    }
  }

  @Override
  public void characters(char[] signs, int from, int length) {
    text.append(signs, from, Math.min(length, MOST_TEXT - Math.min(MOST_TEXT, text.length())));
  }

  @Override
  public void endElement(String space, String element, String prefixed) {
    if (!offices) {
      return;
    }
    String value = text.toString().strip();
    switch (element) {
      case "state" -> state = value;
      case "activeFrom" -> activeFrom = value;
      case "dataItem" -> said(item == null ? "" : item, value);
      case "RDEntry" -> office();
      default -> {}
    }
    text.setLength(0);
  }

  private void said(String what, String value) {
    switch (what) {
      case "ReferenceNumber" -> number = value;
      case "LanguageCode" -> language = value;
      case "CustomsOfficeUsualName" -> {
        if (name == null || "EN".equals(language)) {
          name = value;
        }
      }
      default -> {}
    }
  }

  private void office() {
    if (number == null || !number.matches("[A-Z]{2}[A-Z0-9]{6}")) {
      throw new UnreadableReference(
          "An RDEntry after %d offices has the ReferenceNumber \"%s\", which is not two letters and six signs."
              .formatted(rows.count(), number == null ? "" : cut(number)));
    }
    if (!"valid".equals(state)) {
      rows.leaveOut();
      return;
    }
    rows.add(new ListEntry(number, name == null ? number : name, null, activeSince(), null));
  }

  private LocalDate activeSince() {
    try {
      return activeFrom == null ? null : LocalDate.parse(activeFrom);
    } catch (DateTimeException undated) {
      throw new UnreadableReference(
          "Office %s is active from \"%s\", which is no day.".formatted(number, cut(activeFrom)));
    }
  }

  private static String cut(String value) {
    return value.substring(0, Math.min(value.length(), 40));
  }
}
