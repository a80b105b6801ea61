package eu.perron.sanctions;

import eu.perron.house.HardenedXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * {@code <export generationDate globalFileId>} of {@code http://eu.europa.ec/fpi/fsd/export}: an
 * element {@code sanctionEntity} for each entry, nearly everything in attributes.
 */
final class XmlListReader extends DefaultHandler {
  private static final String NAMESPACE = "http://eu.europa.ec/fpi/fsd/export";
  private static final int MOST_TEXT = 20_000;

  private final List<ListedEntry> entries = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private LocalDate generatedOn;
  private String fileId;
  private boolean ours;
  private EntryBuilder entry;
  private int depth;

  private XmlListReader() {}

  static SanctionsList read(byte[] file) {
    XmlListReader reader = new XmlListReader();
    try {
      HardenedXml.parser().parse(new ByteArrayInputStream(file), reader);
    } catch (SAXException | IOException broken) {
      throw new UnreadableList("The file is no whole XML: " + broken.getMessage());
    }
    if (!reader.ours) {
      throw new UnreadableList(
          "The file is no export of the Financial Sanctions Files: its root is not <export> of "
              + NAMESPACE
              + ".");
    }
    return new SanctionsList(
        SanctionsList.Format.XML, reader.generatedOn, reader.fileId, List.copyOf(reader.entries));
  }

  @Override
  public void startElement(String space, String name, String prefixed, Attributes at) {
    depth++;
    text.setLength(0);
    if (depth == 1) {
      ours = name.equals("export") && space.equals(NAMESPACE);
      generatedOn = ListFile.day(at.getValue("generationDate"));
      fileId = at.getValue("globalFileId");
    } else if (depth == 2 && name.equals("sanctionEntity")) {
      entry = new EntryBuilder(identity(at));
      entry.reference(at.getValue("euReferenceNumber"));
    } else if (depth == 3 && entry != null) {
      ofEntry(name, at);
    }
  }

  private String identity(Attributes at) {
    String id = at.getValue("logicalId");
    return id == null || id.isBlank() ? "row " + (entries.size() + 1) : id.strip();
  }

  private void ofEntry(String name, Attributes at) {
    switch (name) {
      case "subjectType" -> entry.subject(at.getValue("classificationCode"), at.getValue("code"));
      case "regulation" ->
          entry.regulation(at.getValue("numberTitle"), at.getValue("programme"), null);
      case "nameAlias" ->
          entry.name(
              at.getValue("wholeName"),
              at.getValue("firstName"),
              at.getValue("middleName"),
              at.getValue("lastName"),
              !"false".equals(at.getValue("strong")));
      case "birthdate" ->
          entry.birth(
              at.getValue("birthdate"),
              at.getValue("year"),
              at.getValue("city"),
              at.getValue("countryIso2Code"));
      case "citizenship" -> entry.citizenship(at.getValue("countryIso2Code"));
      case "address" ->
          entry.address(
              at.getValue("street"),
              at.getValue("zipCode"),
              at.getValue("city"),
              at.getValue("countryIso2Code"),
              at.getValue("countryDescription"));
      case "identification" ->
          entry.document(
              at.getValue("identificationTypeCode"),
              at.getValue("number") == null ? at.getValue("latinNumber") : at.getValue("number"),
              at.getValue("countryIso2Code"));
      default -> {
        // what tells nothing about who is meant
      }
    }
  }

  @Override
  public void characters(char[] from, int start, int length) {
    text.append(from, start, Math.max(0, Math.min(length, MOST_TEXT - text.length())));
  }

  @Override
  public void endElement(String space, String name, String prefixed) {
    if (depth == 2 && entry != null && name.equals("sanctionEntity")) {
      entries.add(entry.entry());
      entry = null;
    } else if (depth == 3 && entry != null && name.equals("remark")) {
      entry.remark(text.toString());
    } else if (depth == 4 && entry != null && name.equals("publicationUrl")) {
      entry.publication(text.toString());
    }
    text.setLength(0);
    depth--;
  }
}
