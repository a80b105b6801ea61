package eu.perron.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The partners' own books: what they were sent, each time they were sent it. */
final class Books {
  private final Database database;

  Books(Database database) {
    this.database = database;
  }

  private record Line(String operation, String identity, String about, String digest) {}

  /**
   * What one partner holds about some orders.
   *
   * @param things different declarations, bookings … by their identity
   * @param about orders that at least one of them is about
   * @param twice orders that more than one identity of the same operation is about
   * @param resent times the same thing came again
   * @param altered things that came again in other bytes
   */
  record Holding(int things, int about, List<String> twice, int resent, List<String> altered) {}

  /**
   * @param operations what counts, such as IE415 and IE001
   */
  Holding of(String partner, Set<String> operations, Set<String> orders) throws SQLException {
    Map<String, Set<String>> digests = new HashMap<>();
    Map<String, Set<String>> identities = new HashMap<>();
    int lines = 0;
    for (Line line : lines(partner)) {
      if (operations.contains(line.operation()) && orders.contains(line.about())) {
        lines++;
        digests.computeIfAbsent(line.identity(), id -> new HashSet<>()).add(line.digest());
        identities.computeIfAbsent(line.about(), order -> new HashSet<>()).add(line.identity());
      }
    }
    return new Holding(
        digests.size(),
        identities.size(),
        moreThanOne(identities),
        lines - digests.size(),
        moreThanOne(digests));
  }

  /**
   * Different things that each partner was sent so far: what came again does not count. China's
   * waybill lists and departures are left out, since they come of what the airline says.
   */
  Map<String, Long> things() throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT partner, COUNT(DISTINCT operation, identity) FROM simulator_book "
                    + "WHERE operation NOT IN ('CEB607', 'CEB509') GROUP BY partner")) {
      Map<String, Long> things = new HashMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          things.put(rows.getString(1), rows.getLong(2));
        }
      }
      return things;
    }
  }

  /** Orders that something of these operations is about. */
  Set<String> aboutWhat(String partner, Set<String> operations) throws SQLException {
    Set<String> about = new HashSet<>();
    for (Line line : lines(partner)) {
      if (operations.contains(line.operation())) {
        about.add(line.about());
      }
    }
    return about;
  }

  private static List<String> moreThanOne(Map<String, Set<String>> found) {
    return found.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private List<Line> lines(String partner) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT operation, identity, about, digest FROM simulator_book WHERE partner ="
                    + " ?")) {
      query.setString(1, partner);
      List<Line> lines = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          lines.add(
              new Line(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
        }
      }
      return lines;
    }
  }
}
