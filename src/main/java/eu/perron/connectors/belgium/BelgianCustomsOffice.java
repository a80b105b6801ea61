package eu.perron.connectors.belgium;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.simulators.Books;
import eu.perron.connectors.simulators.LetterBox;
import eu.perron.house.PerronSettings;
import eu.perron.trade.Mrn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A customs office of our own. It knows only the message it reads, and answers the same message
 * always the same: what to do about it stands in the goods' description ({@code lot BE416}). The
 * README's table says which case is which.
 */
@Component("belgianCustomsOffice")
@Profile("simulators")
public class BelgianCustomsOffice {
  private static final Pattern LOT = Pattern.compile("\\blot (BE[A-Z0-9]+)");
  private static final Duration ACCEPTANCE = Duration.ofSeconds(3);
  private static final Duration DECISION = Duration.ofSeconds(8);
  private static final Duration AFTER_DOCUMENTS = Duration.ofSeconds(4);
  private static final Duration AFTER_INSPECTION = Duration.ofSeconds(20);

  /** At any pace: nobody releases what he has not yet said he would inspect. */
  private static final Duration INSPECTION_LASTS = Duration.ofSeconds(2);

  private static final int REMEMBERED = 50_000;

  private final Calls calls;
  private final Ledger ledger;
  private final double pace;
  private final Clock clock;
  private final Map<String, String> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** How the office reaches the declarant later. */
  interface Calls {
    void back(byte[] notification, Duration after, Duration atLeast);
  }

  /** Where the office writes down what it was sent. */
  interface Ledger {
    void enter(byte[] message, Books.Entry entry);
  }

  @Autowired
  BelgianCustomsOffice(LetterBox letters, Books books, PerronSettings settings, Clock clock) {
    this(
        (notification, after, atLeast) ->
            letters.post(
                "belgian-customs", "notification", Idms.CONTENT_TYPE, notification, after, atLeast),
        (message, entry) -> books.enter("belgian-customs", message, List.of(entry)),
        settings.demo().pace(),
        clock);
  }

  BelgianCustomsOffice(Calls calls, Ledger ledger, double pace, Clock clock) {
    this.calls = calls;
    this.ledger = ledger;
    this.pace = pace;
    this.clock = clock;
  }

  /**
   * @return the receipt: IE928, or IE906 for what fails validation
   */
  public byte[] declare(byte[] body) {
    try {
      IdmsMessage declaration = Idms.read(body);
      if (!declaration.name().equals("IE001") && !declaration.name().equals("IE415")) {
        throw new Unreadable(declaration.name(), "is no declaration; IE001 or IE415 is wanted");
      }
      String lrn = declaration.get("Declaration/LRN");
      ledger.enter(
          body,
          new Books.Entry(
              declaration.name(),
              lrn,
              declaration.find("Declaration/referenceNumberUCR").orElse("")));
      Instant prepared = declaration.moment("Message/preparationDateAndTime");
      IdmsAnswers answers =
          new IdmsAnswers(
              lrn,
              mrn(lrn, prepared),
              declaration.get("Message/messageSender"),
              declaration.identification());
      String former = known.putIfAbsent(lrn, hash(body));
      if (former != null && !former.equals(hash(body))) {
        return answers.refused(
            "IE906",
            prepared,
            null,
            "Declaration/LRN",
            "13",
            "LRN " + lrn + " was used for another declaration");
      }
      return handle(declaration, answers, prepared);
    } catch (Unreadable fault) {
      return unread(fault);
    }
  }

  private byte[] handle(IdmsMessage declaration, IdmsAnswers answers, Instant prepared) {
    List<String> descriptions = declaration.all("Declaration/GoodsItem/descriptionOfGoods");
    Lot lot = lot(descriptions);
    Instant decided = later(prepared, DECISION);
    if (lot.code().equals("BE906")) {
      return answers.refused(
          "IE906",
          prepared,
          lot.item(),
          "Declaration/GoodsItem/descriptionOfGoods",
          "12",
          "Description of goods is not acceptable");
    }
    if (lot.code().equals("BE416")) {
      call(
          answers.refused(
              "IE416",
              later(prepared, ACCEPTANCE),
              lot.item(),
              "Declaration/GoodsItem/descriptionOfGoods",
              "14",
              "Description does not fit the commodity code"),
          ACCEPTANCE);
      return answers.received(prepared);
    }
    call(answers.accepted(later(prepared, ACCEPTANCE)), ACCEPTANCE);
    switch (lot.code()) {
      case "BENONE" -> {}
      case "BEDOC" ->
          call(
              answers.controlled(decided, "DOCUMENTS", "Commercial invoice and proof of payment"),
              DECISION);
      case "BEINSP" -> {
        call(
            answers.controlled(decided, "PHYSICAL", "Physical inspection at the warehouse"),
            DECISION);
        calls.back(
            answers.found(inspected(prepared), "CONFORM", null),
            AFTER_INSPECTION,
            INSPECTION_LASTS);
        calls.back(answers.released(inspected(prepared)), AFTER_INSPECTION, INSPECTION_LASTS);
      }
      case "BECORR" -> {
        call(
            answers.controlled(decided, "PHYSICAL", "Physical inspection at the warehouse"),
            DECISION);
        calls.back(
            answers.corrected(
                inspected(prepared),
                lot.item(),
                "40.00",
                declaration
                    .all("Declaration/GoodsItem/" + amountOf(declaration) + "/currency")
                    .get(lot.item() - 1),
                "The value declared is not the price paid"),
            AFTER_INSPECTION,
            INSPECTION_LASTS);
        calls.back(answers.released(inspected(prepared)), AFTER_INSPECTION, INSPECTION_LASTS);
      }
      case "BEDESTROY" -> {
        call(
            answers.controlled(decided, "PHYSICAL", "Physical inspection at the warehouse"),
            DECISION);
        calls.back(
            answers.found(inspected(prepared), "DESTROYED", "Not fit for consumption"),
            AFTER_INSPECTION,
            INSPECTION_LASTS);
      }
      case "BESEIZE" -> {
        call(
            answers.controlled(decided, "PHYSICAL", "Physical inspection at the warehouse"),
            DECISION);
        calls.back(
            answers.notReleased(inspected(prepared), "Counterfeit goods", true),
            AFTER_INSPECTION,
            INSPECTION_LASTS);
      }
      case "BE451" ->
          call(answers.notReleased(decided, "Goods do not match the declaration", false), DECISION);
      default -> call(answers.released(decided), DECISION);
    }
    return answers.received(prepared);
  }

  /**
   * @return a receipt; the goods are released soon after
   */
  public byte[] lodge(byte[] body) {
    try {
      IdmsMessage documents = wanted(body, "DocumentsLodged");
      Instant lodged = documents.moment("Message/preparationDateAndTime");
      IdmsAnswers answers = answersTo(documents, lodged);
      List<String> contents = documents.all("Document/content");
      List<String> digests = documents.all("Document/sha256");
      for (int i = 0; i < contents.size(); i++) {
        byte[] content = Base64.getMimeDecoder().decode(contents.get(i));
        if (!HexFormat.of().formatHex(sha256(content)).equals(digests.get(i))) {
          return answers.refused(
              "IE906", lodged, null, "Document/content", "15", "A document is damaged");
        }
      }
      call(answers.released(later(lodged, AFTER_DOCUMENTS)), AFTER_DOCUMENTS);
      return answers.received(lodged);
    } catch (Unreadable fault) {
      return unread(fault);
    }
  }

  /**
   * @return a receipt; the declaration is invalid soon after
   */
  public byte[] invalidate(byte[] body) {
    try {
      IdmsMessage request = wanted(body, "IE414");
      Instant asked = request.moment("Message/preparationDateAndTime");
      IdmsAnswers answers = answersTo(request, asked);
      ledger.enter(body, new Books.Entry(request.name(), request.get("LRN"), ""));
      call(answers.invalidated(later(asked, ACCEPTANCE)), ACCEPTANCE);
      return answers.received(asked);
    } catch (Unreadable fault) {
      return unread(fault);
    }
  }

  private static String amountOf(IdmsMessage declaration) {
    return declaration.name().equals("IE001") ? "IntrinsicValue" : "ItemAmountInvoiced";
  }

  private static IdmsMessage wanted(byte[] body, String name) throws Unreadable {
    IdmsMessage message = Idms.readWithDocuments(body);
    if (!message.name().equals(name)) {
      throw new Unreadable(message.name(), "is not what is lodged here; " + name + " is wanted");
    }
    return message;
  }

  private static IdmsAnswers answersTo(IdmsMessage message, Instant prepared) throws Unreadable {
    String lrn = message.get("LRN");
    String mrn = message.mrn();
    return new IdmsAnswers(
        lrn,
        mrn == null ? mrn(lrn, prepared) : mrn,
        message.get("Message/messageSender"),
        message.identification());
  }

  private byte[] unread(Unreadable fault) {
    return new IdmsAnswers("UNKNOWN", null, "UNKNOWN", null)
        .refused(
            "IE906",
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            null,
            null,
            "50",
            fault.getMessage());
  }

  private record Lot(String code, Integer item) {}

  private static Lot lot(List<String> descriptions) {
    for (int i = 0; i < descriptions.size(); i++) {
      Matcher lot = LOT.matcher(descriptions.get(i));
      if (lot.find()) {
        return new Lot(lot.group(1), i + 1);
      }
    }
    return new Lot("", null);
  }

  private void call(byte[] notification, Duration after) {
    calls.back(notification, after, Duration.ZERO);
  }

  private Instant inspected(Instant prepared) {
    Instant paced = later(prepared, AFTER_INSPECTION);
    Instant soonest = prepared.plus(INSPECTION_LASTS);
    return paced.isAfter(soonest) ? paced : soonest;
  }

  private Instant later(Instant moment, Duration after) {
    return moment.plusMillis(Math.round(after.toMillis() * pace));
  }

  private static String mrn(String lrn, Instant prepared) {
    String twelve = hash(lrn.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    return Mrn.of(prepared.atOffset(ZoneOffset.UTC).getYear(), "BE", twelve, 'R').value();
  }

  private static String hash(byte[] bytes) {
    return new java.math.BigInteger(1, sha256(bytes))
        .toString(36)
        .toUpperCase(java.util.Locale.ROOT);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
