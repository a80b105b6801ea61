package eu.perron.imports;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.exchange.Unsent;
import eu.perron.trade.Liege;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Presents a flight's goods to customs and declares that they lie in temporary storage, both in one
 * message of so many houses (UCC Art. 139, 145; that one message may say both is found, its form is
 * ours). Customs answers while the line is open.
 */
@Component
@Transactional
public class StorageDeclarations {
  static final String OPERATION = "temporary-storage";
  private static final int HOUSES = 999;

  private final StorageParts parts;
  private final ImportSettings settings;
  private final Practice practice;
  private final Outbox outbox;
  private final Unsent posted;
  private final Clock clock;

  StorageDeclarations(
      StorageParts parts,
      ImportSettings settings,
      Practice practice,
      Outbox outbox,
      Unsent posted,
      Clock clock) {
    this.parts = parts;
    this.settings = settings;
    this.practice = practice;
    this.outbox = outbox;
    this.posted = posted;
    this.clock = clock;
  }

  /**
   * What is found later is lodged later, as a part of its own.
   *
   * @param awb number of the master air waybill
   */
  public void lodge(String consignmentNumber, String awb, List<StoredHouse> houses) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    LocalDate day = LocalDate.ofInstant(now, Liege.TIME);
    int part = parts(consignmentNumber).stream().mapToInt(StoragePart::part).max().orElse(0);
    List<Letter> letters = new ArrayList<>();
    for (int from = 0; from < houses.size(); from += HOUSES) {
      List<StoredHouse> some = houses.subList(from, Math.min(houses.size(), from + HOUSES));
      part++;
      StorageLetter letter =
          new StorageLetter(
              lrn(consignmentNumber, part, 1),
              awb,
              now,
              settings.declarant(),
              practice.get("customsOffice", day),
              practice.get("locationOfGoods", day),
              List.copyOf(some));
      parts.insert(letter, consignmentNumber, part, 1, now);
      letters.add(letter(letter, consignmentNumber));
    }
    outbox.postAll(letters);
  }

  /** What customs refused, word for word under a new LRN. */
  public void lodgeAgain(String consignmentNumber) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (StoragePart refused : current(consignmentNumber)) {
      if (refused.state().equals("REFUSED")) {
        StorageLetter before =
            posted
                .letter(Partner.BELGIAN_CUSTOMS, OPERATION, refused.lrn())
                .orElseThrow()
                .as(StorageLetter.class);
        int round = refused.round() + 1;
        StorageLetter again =
            new StorageLetter(
                lrn(consignmentNumber, refused.part(), round),
                before.awb(),
                before.presentedAt(),
                before.declarant(),
                before.customsOffice(),
                before.locationOfGoods(),
                before.houses());
        parts.insert(again, consignmentNumber, refused.part(), round, now);
        outbox.post(letter(again, consignmentNumber));
      }
    }
  }

  /** In the order lodged. */
  @Transactional(readOnly = true)
  public List<StoragePart> parts(String consignmentNumber) {
    return parts.of(consignmentNumber);
  }

  private List<StoragePart> current(String consignmentNumber) {
    List<StoragePart> all = parts(consignmentNumber);
    return all.stream()
        .filter(
            one ->
                all.stream()
                    .noneMatch(other -> other.part() == one.part() && other.round() > one.round()))
        .toList();
  }

  private static String lrn(String consignmentNumber, int part, int round) {
    return "TS%s%03d%02d".formatted(consignmentNumber, part, round);
  }

  private static Letter letter(StorageLetter letter, String consignmentNumber) {
    return new Letter(Partner.BELGIAN_CUSTOMS, OPERATION, letter.lrn(), consignmentNumber, letter);
  }
}
