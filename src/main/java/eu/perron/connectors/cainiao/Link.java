package eu.perron.connectors.cainiao;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.connectors.Unreadable;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The envelope of the LINK interface, both ways: a form whose field {@code logistics_interface} is
 * JSON, and {@code data_digest} = base64(md5(JSON + secret)) over it.
 */
final class Link {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON = "application/json";
  private static final String TYPE = "msg_type";
  private static final String CONTENT = "logistics_interface";
  private static final String DIGEST = "data_digest";
  private static final String PROVIDER = "logistic_provider_id";
  private static final int MOST_FIELDS = 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cs}\\p{Cntrl}]");

  private Link() {}

  /** What stands in an envelope whose digest fits. */
  record Opened(String type, JsonNode content) {}

  static byte[] close(String provider, String secret, String type, Object content) {
    String json = new String(write(content), StandardCharsets.UTF_8);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(PROVIDER, provider);
    fields.put(TYPE, type);
    fields.put(CONTENT, json);
    fields.put(DIGEST, digest(json, secret));
    StringBuilder form = new StringBuilder();
    fields.forEach(
        (name, value) ->
            form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return form.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * @throws Unreadable naming the field at fault
   */
  static Opened open(byte[] body, String secret) throws Unreadable {
    Map<String, String> fields = fields(new String(body, StandardCharsets.UTF_8));
    String json = required(fields, CONTENT);
    String given = required(fields, DIGEST);
    boolean fits =
        MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            digest(json, secret).getBytes(StandardCharsets.UTF_8));
    if (!fits) {
      throw new Unreadable(
          DIGEST, "does not fit; base64(md5(logistics_interface + secret)) is wanted");
    }
    return new Opened(fields.getOrDefault(TYPE, ""), parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> fields(String form) throws Unreadable {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : form.split("&", MOST_FIELDS + 1)) {
      int equals = field.indexOf('=');
      if (equals < 0 || fields.size() == MOST_FIELDS) {
        throw new Unreadable(
            "the body", "is no form of at most " + MOST_FIELDS + " fields; send " + FORM);
      }
      try {
        fields.put(
            field.substring(0, equals),
            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException broken) {
        throw new Unreadable("the body", "is no form: a % is not followed by two digits");
      }
    }
    return fields;
  }

  private static String required(Map<String, String> fields, String name) throws Unreadable {
    String value = fields.get(name);
    if (value == null || value.isEmpty()) {
      throw new Unreadable(name, "is missing");
    }
    return value;
  }

  static JsonNode parse(byte[] json) throws Unreadable {
    try {
      JsonNode tree = MAPPER.readTree(json);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (IOException broken) {
      throw new Unreadable(CONTENT, "is no JSON");
    }
    throw new Unreadable(CONTENT, "is no JSON object");
  }

  static byte[] write(Object content) {
    try {
      return MAPPER.writeValueAsBytes(content);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What stands there as text, empty if nothing; halves of characters could not be kept. */
  static String text(JsonNode holder, String field) {
    return UNPRINTABLE.matcher(holder.path(field).asText("")).replaceAll("?");
  }

  private static String digest(String json, String secret) {
    try {
      byte[] md5 =
          MessageDigest.getInstance("MD5").digest((json + secret).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(md5);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
