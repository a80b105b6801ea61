package eu.perron.chaos;

import java.nio.charset.StandardCharsets;

/** What a good message is written in, by its first letter. */
enum Format {
  XML("application/xml"),
  JSON("application/json"),
  CSV("text/csv"),
  EDI("text/plain");

  private final String contentType;

  Format(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  static Format of(byte[] message) {
    String text = new String(message, StandardCharsets.ISO_8859_1).strip();
    if (text.startsWith("<")) {
      return XML;
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return JSON;
    }
    return text.lines().findFirst().orElse("").split(",").length > 5 ? CSV : EDI;
  }
}
