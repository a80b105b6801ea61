package eu.perron.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes and JSON as a page can bear them: as text, never run, and only so much of it. */
final class Shown {
  static final int MOST = 64 * 1024;
  private static final int MOST_HEX = 2 * 1024;

  private Shown() {}

  /**
   * Text if it is any; otherwise its first bytes in hexadecimal. A cut in the middle of a character
   * is no matter.
   *
   * @return null for null
   */
  static String readable(byte[] whole) {
    if (whole == null || whole.length == 0) {
      return whole == null ? null : "";
    }
    byte[] bytes = whole.length > MOST ? Arrays.copyOf(whole, MOST) : whole;
    for (int end = bytes.length; end > Math.max(0, bytes.length - 4); end--) {
      try {
        String text =
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, 0, end))
                .toString();
        return text.indexOf('\0') < 0 ? text : hex(bytes);
      } catch (CharacterCodingException notText) {
        continue;
      }
    }
    return hex(bytes);
  }

  /** With a line for each value. */
  static String json(ObjectMapper mapper, Object content) {
    try {
      Object tree = content instanceof String text ? mapper.readTree(text) : content;
      return cut(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
    } catch (JsonProcessingException other) {
      return cut(String.valueOf(content));
    }
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(MOST, text.length()));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(MOST_HEX, bytes.length));
  }
}
