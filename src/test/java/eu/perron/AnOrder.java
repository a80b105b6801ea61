package eu.perron;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * An order as a seller writes it: the project's own sample under a reference of its own, changed at
 * will.
 */
public final class AnOrder {
  private final ObjectNode body;

  private AnOrder(ObjectNode body) {
    this.body = body;
  }

  public static AnOrder anOrder() {
    return sample("order.json");
  }

  /** Pralines from Liège to Hangzhou. */
  public static AnOrder toChina() {
    return sample("order-be-cn.json");
  }

  private static AnOrder sample(String name) {
    try (InputStream sample = AnOrder.class.getResourceAsStream("/samples/" + name)) {
      AnOrder order = new AnOrder((ObjectNode) new ObjectMapper().readTree(sample));
      return order.with("/reference", "T-" + UUID.randomUUID());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * @param json a JSON value as Java writes it: text, number, boolean, null
   */
  public AnOrder with(String pointer, Object json) {
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) body.at(pointer.substring(0, last)))
        .set(pointer.substring(last + 1), new ObjectMapper().valueToTree(json));
    return this;
  }

  public AnOrder without(String pointer) {
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) body.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
    return this;
  }

  public String reference() {
    return body.path("reference").asText();
  }

  public ObjectNode tree() {
    return body;
  }

  public String json() {
    return body.toString();
  }
}
