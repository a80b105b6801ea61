package eu.perron.chaos;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A way to spoil a message of any format; {@link Spoiled} knows those of one format. */
@FunctionalInterface
interface Mutation {
  byte[] apply(byte[] good, Random random);

  /**
   * @param contentType null: the ordinary one; empty: none
   */
  record Result(String how, byte[] body, String contentType) {}

  record Named(String name, Mutation mutation) {}

  /** Larger than any door takes. */
  int OVERSIZE = 5 * 1024 * 1024;

  byte[][] INVALID = {
    {(byte) 0xC3, 0x28},
    {(byte) 0xFF},
    {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
    {(byte) 0xC0, (byte) 0x80},
    {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}
  };

  List<Named> ANY =
      List.of(
          new Named(
              "truncated", (good, random) -> Arrays.copyOf(good, random.nextInt(good.length))),
          new Named("flipped", Mutation::flipped),
          new Named("doubled", (good, random) -> joined(good, good)),
          new Named("empty", (good, random) -> new byte[0]),
          new Named("blanks", (good, random) -> " \r\n\t".repeat(random.nextInt(500)).getBytes()),
          new Named(
              "nuls-inside",
              (good, random) -> inserted(good, new byte[1 + random.nextInt(9)], random)),
          new Named("nuls-only", (good, random) -> new byte[1 + random.nextInt(5000)]),
          new Named("random", Mutation::random),
          new Named("utf-16", (good, random) -> recoded(good, StandardCharsets.UTF_16)),
          new Named(
              "utf-16-without-mark", (good, random) -> recoded(good, StandardCharsets.UTF_16LE)),
          new Named("utf-32", (good, random) -> recoded(good, Charset.forName("UTF-32"))),
          new Named(
              "latin-1",
              (good, random) ->
                  inserted(good, "Liège".getBytes(StandardCharsets.ISO_8859_1), random)),
          new Named(
              "gbk",
              (good, random) -> inserted(good, "杭州".getBytes(Charset.forName("GBK")), random)),
          new Named(
              "invalid-utf-8",
              (good, random) -> inserted(good, INVALID[random.nextInt(INVALID.length)], random)),
          new Named(
              "byte-order-mark",
              (good, random) -> joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, good)),
          new Named(
              "strange-letters",
              (good, random) ->
                  inserted(
                      good,
                      "\u202E\uD83D\uDE00e\u0301\uFFFF\u2028\u0000"
                          .getBytes(StandardCharsets.UTF_8),
                      random)),
          new Named(
              "huge-field",
              (good, random) ->
                  inserted(good, "A".repeat(1 << (10 + random.nextInt(8))).getBytes(), random)),
          new Named("part-cut-out", Mutation::cutOut),
          new Named("part-repeated", Mutation::repeated),
          new Named("other-number", Mutation::otherNumber),
          new Named("again", (good, random) -> good));

  String[] TYPES = {
    "",
    "image/png",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=a",
    "text/plain; charset=klingon",
    "///",
    "application/json; charset=utf-7",
    "application/xml; charset=UTF-16",
    "a".repeat(300) + "/" + "b".repeat(300)
  };

  static Result of(byte[] good, Random random) {
    List<Named> ways = new ArrayList<>(ANY);
    // Half of them know the format: a parser refuses noise at its first letter.
    List<Named> own = Spoiled.of(Format.of(good));
    Named way =
        random.nextBoolean()
            ? own.get(random.nextInt(own.size()))
            : ways.get(random.nextInt(ways.size()));
    byte[] bad = way.mutation().apply(good, random);
    String how = way.name();
    if (random.nextInt(8) == 0 && bad.length > 1 && bad.length < OVERSIZE / 8) {
      Named more = ways.get(random.nextInt(ways.size()));
      bad = more.mutation().apply(bad, random);
      how += "+" + more.name();
    }
    if (bad.length > OVERSIZE) {
      bad = Arrays.copyOf(bad, OVERSIZE);
    }
    if (random.nextInt(250) == 0) {
      bad = joined(bad, " ".repeat(OVERSIZE).getBytes());
      how += "+oversize";
    }
    String type = random.nextInt(16) == 0 ? TYPES[random.nextInt(TYPES.length)] : null;
    return new Result(type == null ? how : how + "+type", bad, type);
  }

  static byte[] joined(byte[]... parts) {
    byte[] whole = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  static byte[] inserted(byte[] good, byte[] more, Random random) {
    int at = random.nextInt(good.length + 1);
    return joined(Arrays.copyOf(good, at), more, Arrays.copyOfRange(good, at, good.length));
  }

  private static byte[] flipped(byte[] good, Random random) {
    byte[] bad = good.clone();
    for (int i = 0; i < 1 + random.nextInt(12) && bad.length > 0; i++) {
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bad;
  }

  private static byte[] random(byte[] good, Random random) {
    byte[] bad = new byte[random.nextInt(4000)];
    random.nextBytes(bad);
    return bad;
  }

  private static byte[] recoded(byte[] good, Charset charset) {
    return new String(good, StandardCharsets.UTF_8).getBytes(charset);
  }

  private static byte[] cutOut(byte[] good, Random random) {
    int from = random.nextInt(good.length);
    int to = from + random.nextInt(good.length - from);
    return joined(Arrays.copyOf(good, from), Arrays.copyOfRange(good, to, good.length));
  }

  private static byte[] repeated(byte[] good, Random random) {
    int from = random.nextInt(good.length);
    int to = from + random.nextInt(Math.min(400, good.length - from) + 1);
    byte[] part = Arrays.copyOfRange(good, from, to);
    byte[] bad = Arrays.copyOf(good, to);
    for (int i = 0; i < 1 + random.nextInt(50); i++) {
      bad = joined(bad, part);
    }
    return joined(bad, Arrays.copyOfRange(good, to, good.length));
  }

  /** The same form under another identity: nothing is wrong with it but that nobody knows it. */
  private static byte[] otherNumber(byte[] good, Random random) {
    byte[] other = good.clone();
    int changed = 0;
    for (int i = random.nextInt(good.length); i < good.length && changed < 4; i++) {
      if (other[i] >= '0' && other[i] <= '9') {
        other[i] = (byte) ('0' + random.nextInt(10));
        changed++;
      }
    }
    return other;
  }
}
