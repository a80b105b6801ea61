package eu.perron.audit;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Somebody who may write whatever he likes into the database, knows how the chain is made, and has
 * not got the key.
 */
final class Intruder {
  private static final List<String> COLUMNS =
      List.of(
          "at",
          "who",
          "kind",
          "act",
          "about",
          "thing",
          "rule",
          "before_state",
          "after_state",
          "mac",
          "previous",
          "hash",
          "number");
  private static final int SHORTEST_WALK = 40;
  private final JdbcTemplate jdbc;
  private final Random chance;
  private final long last;
  private final List<Head> formerHeads;

  /**
   * @param formerHeads heads that were true once, with their marks: copied from the database
   */
  Intruder(JdbcTemplate jdbc, Random chance, long last, List<Head> formerHeads) {
    this.jdbc = jdbc;
    this.chance = chance;
    this.last = last;
    this.formerHeads = formerHeads;
  }

  enum Deed {
    EDIT(Intruder::edit),
    DELETE(Intruder::delete),
    DELETE_MANY(Intruder::deleteMany),
    DELETE_AND_CLOSE_THE_GAP(Intruder::deleteAndCloseTheGap),
    SWAP(Intruder::swap),
    SWAP_WHAT_WAS_DONE(Intruder::swapWhatWasDone),
    CUT_OFF(Intruder::cutOff),
    CUT_OFF_AND_SET_THE_HEAD(Intruder::cutOffAndSetTheHead),
    CUT_OFF_TO_A_FORMER_HEAD(Intruder::cutOffToAFormerHead),
    FORGE_AT_THE_END(Intruder::forgeAtTheEnd),
    FORGE_WITHIN(Intruder::forgeWithin),
    EDIT_AND_REBUILD(Intruder::editAndRebuild),
    DELETE_AND_REBUILD(Intruder::deleteAndRebuild),
    CHANGE_THE_HEAD(Intruder::changeTheHead),
    DELETE_THE_HEAD(Intruder::deleteTheHead);

    private final Function<Intruder, String> how;

    Deed(Function<Intruder, String> how) {
      this.how = how;
    }

    /**
     * @return what was done, for the report of a failure
     */
    String by(Intruder intruder) {
      return name() + " " + how.apply(intruder);
    }
  }

  private String edit() {
    long number = any();
    String column = COLUMNS.get(chance.nextInt(COLUMNS.size()));
    edit(number, column);
    return column + " of " + number;
  }

  private void edit(long number, String column) {
    String other =
        switch (column) {
          case "at" -> "at + INTERVAL 1 MICROSECOND";
          case "number" -> "number + 100000";
          case "mac", "previous", "hash" -> "REVERSE(" + column + ")";
          case "who", "kind", "act" -> "CONCAT(" + column + ", 'x')";
          case "before_state", "after_state" ->
              "CASE WHEN " + column + " IS NULL THEN X'00' ELSE CONCAT(" + column + ", X'00') END";
          default ->
              "CASE WHEN " + column + " IS NULL THEN '' ELSE IF(" + column + " = '', NULL, '') END";
        };
    jdbc.update("UPDATE audit_entry SET " + column + " = " + other + " WHERE number = ?", number);
  }

  private String delete() {
    long number = any();
    jdbc.update("DELETE FROM audit_entry WHERE number = ?", number);
    return "" + number;
  }

  private String deleteMany() {
    long from = any();
    long to = from + 1 + chance.nextInt(50);
    jdbc.update("DELETE FROM audit_entry WHERE number BETWEEN ? AND ?", from, to);
    return from + " to " + to;
  }

  private String deleteAndCloseTheGap() {
    long number = late();
    jdbc.update("DELETE FROM audit_entry WHERE number = ?", number);
    jdbc.update(
        "UPDATE audit_entry SET number = number - 1 WHERE number > ? ORDER BY number", number);
    return "" + number;
  }

  private String swap() {
    long one = any();
    long other = anyBut(one);
    jdbc.update("UPDATE audit_entry SET number = -1 WHERE number = ?", one);
    jdbc.update("UPDATE audit_entry SET number = ? WHERE number = ?", one, other);
    jdbc.update("UPDATE audit_entry SET number = ? WHERE number = -1", other);
    return one + " and " + other;
  }

  /** The hashes stay where they are. */
  private String swapWhatWasDone() {
    long one = any();
    long other = anyBut(one);
    String columns = "at, who, kind, act, about, thing, rule, before_state, after_state, mac";
    Object[] first =
        jdbc.queryForMap("SELECT " + columns + " FROM audit_entry WHERE number = ?", one)
            .values()
            .toArray();
    Object[] second =
        jdbc.queryForMap("SELECT " + columns + " FROM audit_entry WHERE number = ?", other)
            .values()
            .toArray();
    put(one, columns, second);
    put(other, columns, first);
    return one + " and " + other;
  }

  private void put(long number, String columns, Object[] values) {
    Object[] all = java.util.Arrays.copyOf(values, values.length + 1);
    all[values.length] = number;
    jdbc.update(
        "UPDATE audit_entry SET " + columns.replace(",", " = ?,") + " = ? WHERE number = ?", all);
  }

  private String cutOff() {
    long from = late();
    jdbc.update("DELETE FROM audit_entry WHERE number >= ?", from);
    return "from " + from;
  }

  private String cutOffAndSetTheHead() {
    long from = late();
    jdbc.update("DELETE FROM audit_entry WHERE number >= ?", from);
    setHead();
    return "from " + from;
  }

  private String cutOffToAFormerHead() {
    Head former = formerHeads.get(chance.nextInt(formerHeads.size()));
    jdbc.update("DELETE FROM audit_entry WHERE number > ?", former.number());
    jdbc.update(
        "UPDATE audit_head SET number = ?, hash = ?, mac = ?",
        former.number(),
        former.hash(),
        former.mac());
    return "to " + former.number();
  }

  private String forgeAtTheEnd() {
    insert(last + 1, hashOf(last));
    boolean headToo = chance.nextBoolean();
    if (headToo) {
      setHead();
    }
    return headToo ? "with head" : "without head";
  }

  private String forgeWithin() {
    long number = late();
    jdbc.update(
        "UPDATE audit_entry SET number = number + 1 WHERE number >= ? ORDER BY number DESC",
        number);
    insert(number, hashOf(number - 1));
    boolean rebuilt = chance.nextBoolean();
    if (rebuilt) {
      rebuildFrom(number + 1);
    }
    return number + (rebuilt ? ", rebuilt" : "");
  }

  private String editAndRebuild() {
    long number = late();
    String column = COLUMNS.get(chance.nextInt(COLUMNS.indexOf("previous")));
    edit(number, column);
    rebuildFrom(number);
    return column + " of " + number;
  }

  private String deleteAndRebuild() {
    long number = late();
    jdbc.update("DELETE FROM audit_entry WHERE number = ?", number);
    jdbc.update(
        "UPDATE audit_entry SET number = number - 1 WHERE number > ? ORDER BY number", number);
    rebuildFrom(number);
    return "" + number;
  }

  private String changeTheHead() {
    String how =
        List.of("number = number + 1", "number = number - 1", "hash = REVERSE(hash)", "mac = NULL")
            .get(chance.nextInt(4));
    jdbc.update("UPDATE audit_head SET " + how);
    return how;
  }

  private String deleteTheHead() {
    jdbc.update("DELETE FROM audit_head");
    return "";
  }

  private void insert(long number, byte[] previous) {
    Written forged =
        new Written(
            jdbc.queryForObject("SELECT MAX(at) FROM audit_entry", java.time.LocalDateTime.class),
            "clerk",
            "TASK",
            "COMPLETED",
            "P0",
            null,
            null,
            null,
            new byte[] {1});
    byte[] mac = new byte[AuditKey.LENGTH];
    chance.nextBytes(mac);
    Link link = Link.after(previous, number, forged.bytes(), mac);
    jdbc.update(
        "INSERT INTO audit_entry (number, at, who, kind, act, about, after_state, mac, previous, hash) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        forged.at(),
        forged.who(),
        forged.kind(),
        forged.act(),
        forged.about(),
        forged.after(),
        mac,
        link.previous(),
        link.hash());
  }

  /** Every hash from here on is right again, and the head says so. */
  private void rebuildFrom(long number) {
    List<Link> behind =
        jdbc.query(
            "SELECT * FROM audit_entry WHERE number >= ? ORDER BY number",
            (row, n) ->
                new Link(
                    row.getLong("number"),
                    Verification.written(row).bytes(),
                    row.getBytes("mac"),
                    row.getBytes("previous"),
                    row.getBytes("hash")),
            number);
    byte[] hash = hashOf(number - 1);
    for (Link old : behind) {
      Link fresh = Link.after(hash, old.number(), old.entry(), old.mac());
      jdbc.update(
          "UPDATE audit_entry SET previous = ?, hash = ? WHERE number = ?",
          fresh.previous(),
          fresh.hash(),
          fresh.number());
      hash = fresh.hash();
    }
    setHead();
  }

  private void setHead() {
    jdbc.update(
        "UPDATE audit_head SET number = (SELECT MAX(number) FROM audit_entry), "
            + "hash = (SELECT hash FROM audit_entry ORDER BY number DESC LIMIT 1)");
  }

  private byte[] hashOf(long number) {
    return jdbc.queryForObject(
        "SELECT hash FROM audit_entry WHERE number = ?", byte[].class, number);
  }

  private long any() {
    return 1 + chance.nextLong(last);
  }

  private long anyBut(long one) {
    long other = 1 + chance.nextLong(last - 1);
    return other < one ? other : other + 1;
  }

  /** Near the end, or a thousand rebuilds would take an hour. */
  private long late() {
    return last - chance.nextLong(SHORTEST_WALK);
  }
}
