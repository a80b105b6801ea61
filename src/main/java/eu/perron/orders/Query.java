package eu.perron.orders;

import eu.perron.house.InputError;
import eu.perron.house.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** The parameters of a list of orders; what is wrong with them is said together. */
final class Query {
  private static final int ORDINARY = 50;
  private static final int MOST = 200;

  private final Findings findings = new Findings();

  OrderList.Wanted read(
      Optional<String> reference,
      Optional<String> status,
      Optional<String> stage,
      Optional<String> placedAfter,
      Optional<String> cursor,
      Optional<String> limit) {
    OrderList.Wanted wanted =
        new OrderList.Wanted(
            reference.filter(text -> !text.isBlank()).orElse(null),
            oneOf("status", Status.class, status),
            oneOf("stage", Stage.class, stage),
            moment(placedAfter),
            cursor(cursor),
            limit(limit));
    if (!findings.none()) {
      throw Problem.of(
              HttpStatus.BAD_REQUEST,
              "unreadable",
              "Unreadable",
              findings.wrong().stream()
                  .map(InputError::message)
                  .reduce((a, b) -> a + " " + b)
                  .orElse(""))
          .errors(findings.wrong());
    }
    return wanted;
  }

  private <E extends Enum<E>> E oneOf(String name, Class<E> type, Optional<String> text) {
    if (text.isEmpty() || text.get().isBlank()) {
      return null;
    }
    Optional<E> found =
        Arrays.stream(type.getEnumConstants())
            .filter(each -> each.name().equals(text.get()))
            .findFirst();
    if (found.isEmpty()) {
      findings.wrong(
          "/" + name,
          "not-one-of",
          "%s is one of %s.".formatted(name, Arrays.toString(type.getEnumConstants())));
    }
    return found.orElse(null);
  }

  /** A plus sign in an address is a blank once it is decoded; nobody means a blank here. */
  private Instant moment(Optional<String> text) {
    if (text.isEmpty() || text.get().isBlank()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text.get().strip().replace(' ', '+')).toInstant();
    } catch (DateTimeParseException unreadable) {
      findings.wrong(
          "/placedAfter",
          "not-a-time",
          "placedAfter is a time with its offset, such as 2026-11-22T00:00:00Z.");
      return null;
    }
  }

  private Cursor cursor(Optional<String> text) {
    if (text.isEmpty() || text.get().isBlank()) {
      return null;
    }
    Optional<Cursor> cursor = Cursor.parse(text.get());
    if (cursor.isEmpty()) {
      findings.wrong(
          "/cursor", "cursor", "cursor is the nextCursor of an earlier answer, unchanged.");
    }
    return cursor.orElse(null);
  }

  private int limit(Optional<String> text) {
    if (text.isEmpty() || text.get().isBlank()) {
      return ORDINARY;
    }
    if (text.get().matches("\\d{1,4}")) {
      int limit = Integer.parseInt(text.get());
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    }
    findings.wrong("/limit", "limit", "limit is a number from 1 to %d.".formatted(MOST));
    return ORDINARY;
  }
}
