package eu.perron.orders;

import eu.perron.house.Seal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The words of consignees' names, as tokens that tell nobody the word: whoever knows a name finds
 * its orders, whoever reads the table learns no name. Whole words, without accents and case.
 */
@Component
class OrderWords {
  private static final int PAIRS_A_STATEMENT = 1000;
  private static final int MOST_WORDS = 6;

  private final JdbcClient jdbc;
  private final JdbcTemplate rows;
  private final Seal seal;

  OrderWords(JdbcClient jdbc, JdbcTemplate rows, Seal seal) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.seal = seal;
  }

  void insertAll(List<Order> orders) {
    Map<String, Party> consignees = new LinkedHashMap<>();
    orders.forEach(order -> consignees.put(order.number(), order.consignee()));
    insertAll(consignees);
  }

  /**
   * @param consignees by order number
   */
  void insertAll(Map<String, Party> consignees) {
    List<Object> pairs = new ArrayList<>();
    consignees.forEach(
        (number, consignee) ->
            words(consignee.name())
                .forEach(
                    word -> {
                      pairs.add(asNumber(seal.token(purpose(word))));
                      pairs.add(number);
                    }));
    for (int from = 0; from < pairs.size(); from += 2 * PAIRS_A_STATEMENT) {
      List<Object> some = pairs.subList(from, Math.min(pairs.size(), from + 2 * PAIRS_A_STATEMENT));
      rows.update(
          "INSERT IGNORE INTO order_word (token, order_number) VALUES (?, ?)"
              + ", (?, ?)".repeat(some.size() / 2 - 1),
          some.toArray());
    }
  }

  /** Orders whose consignee's name holds all of these words, newest first. */
  List<String> ordersWith(String name, int most) {
    // The longest word is the rarest: the others only confirm it.
    List<String> words =
        words(name).stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .limit(MOST_WORDS)
            .toList();
    if (words.isEmpty()) {
      return List.of();
    }
    StringBuilder sql = new StringBuilder("SELECT STRAIGHT_JOIN w0.order_number FROM order_word w0");
    for (int i = 1; i < words.size(); i++) {
      sql.append(
          " JOIN order_word w%1$d ON w%1$d.order_number = w0.order_number AND w%1$d.token IN (:w%1$d)"
              .formatted(i));
    }
    sql.append(" WHERE w0.token IN (:w0) ORDER BY w0.order_number DESC LIMIT :most");
    JdbcClient.StatementSpec question = jdbc.sql(sql.toString()).param("most", most);
    for (int i = 0; i < words.size(); i++) {
      question = question.param("w" + i, tokens(words.get(i)));
    }
    return question.query(String.class).list();
  }

  /** Under older keys too: what they wrote is found as long as we have them. */
  private List<Long> tokens(String word) {
    return seal.tokens(purpose(word)).stream().map(OrderWords::asNumber).toList();
  }

  private static long asNumber(String token) {
    return Long.parseUnsignedLong(token, 16);
  }

  private static String purpose(String word) {
    return "consignee|" + word;
  }

  /** Initials say too little to be looked up; a Chinese name may be of one sign. */
  static Set<String> words(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replace("\u00df", "ss");
    return Stream.of(plain.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() > 1 || word.codePoints().anyMatch(Character::isIdeographic))
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }
}
