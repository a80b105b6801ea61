package eu.perron.connectors.airline;

import eu.perron.connectors.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** FMA: the message was read; FNA: it was not taken, and why. Both carry a copy of it. */
final class Acknowledgements {
  private static final int TEXT = 65;

  private Acknowledgements() {}

  static byte[] taken(String text, byte[] message) {
    return copy(new ImpWriter().line("FMA").tagged("ACK", words(text)), message);
  }

  static byte[] refused(String text, byte[] message) {
    return copy(new ImpWriter().line("FNA/1").tagged("ERR", words(text)), message);
  }

  /** What we could not read goes back with its failing line. */
  static String refusal(Unreadable problem) {
    byte[] line =
        problem instanceof FaultyLine faulty
            ? faulty.line().getBytes(StandardCharsets.ISO_8859_1)
            : new byte[0];
    return new String(refused(problem.getMessage(), line), StandardCharsets.ISO_8859_1);
  }

  private static List<String> words(String text) {
    return ImpText.cut(ImpText.clean(text, TEXT * 5, "NOT READABLE"), TEXT, 5);
  }

  private static byte[] copy(ImpWriter head, byte[] message) {
    byte[] first = head.bytes();
    byte[] whole = java.util.Arrays.copyOf(first, first.length + message.length);
    System.arraycopy(message, 0, whole, first.length, message.length);
    return whole;
  }
}
