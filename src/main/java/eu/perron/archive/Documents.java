package eu.perron.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.perron.house.Seal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.springframework.stereotype.Component;

/** A document as it lies in the archive: JSON, deflated, sealed. */
@Component
class Documents {
  private static final String BYTES = "bytes";
  private final ObjectMapper json;
  private final Seal seal;

  /** What a room wrote years ago may hold what it no longer knows. */
  Documents(ObjectMapper json, Seal seal) {
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.seal = seal;
  }

  byte[] close(Papers papers) {
    ObjectNode tables = json.createObjectNode();
    papers
        .tables()
        .forEach(
            (table, rows) -> {
              ArrayNode written = tables.putArray(table);
              rows.forEach(row -> written.add(write(row)));
            });
    return pack(tables);
  }

  private ObjectNode write(Map<String, Object> row) {
    ObjectNode written = json.createObjectNode();
    row.forEach(
        (column, value) -> {
          if (value instanceof byte[] bytes) {
            written.putObject(column).put(BYTES, bytes);
          } else {
            written.put(column, (String) value);
          }
        });
    return written;
  }

  Papers open(byte[] sealed) {
    Papers papers = new Papers();
    JsonNode tables = unpack(sealed);
    tables
        .fields()
        .forEachRemaining(
            table -> table.getValue().forEach(row -> papers.add(table.getKey(), read(row))));
    return papers;
  }

  private static Map<String, Object> read(JsonNode written) {
    Map<String, Object> row = new LinkedHashMap<>();
    written
        .fields()
        .forEachRemaining(
            value -> {
              try {
                JsonNode is = value.getValue();
                row.put(
                    value.getKey(),
                    is.isObject() ? is.get(BYTES).binaryValue() : is.isNull() ? null : is.asText());
              } catch (IOException broken) {
                throw new UncheckedIOException(broken);
              }
            });
    return row;
  }

  byte[] close(Map<String, Object> pages) {
    return pack(json.valueToTree(pages));
  }

  <T> T page(byte[] sealed, String name, Class<T> type) {
    JsonNode page = unpack(sealed).path(name);
    try {
      return page.isMissingNode() ? null : json.treeToValue(page, type);
    } catch (JsonProcessingException changed) {
      throw new IllegalStateException(
          "The archived page " + name + " no longer reads as " + type.getSimpleName(), changed);
    }
  }

  private byte[] pack(JsonNode tree) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed)) {
      json.writeValue(deflating, tree);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return seal.close(packed.toByteArray());
  }

  private JsonNode unpack(byte[] sealed) {
    try (InflaterInputStream inflating =
        new InflaterInputStream(new ByteArrayInputStream(seal.open(sealed)))) {
      return json.readTree(inflating);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
