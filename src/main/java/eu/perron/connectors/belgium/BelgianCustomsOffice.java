package eu.perron.connectors.belgium;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.belgium.IdmsWriter.Part;
import eu.perron.connectors.belgium.OfficePractice.Lot;
import eu.perron.connectors.simulators.Books;
import eu.perron.connectors.simulators.LetterBox;
import eu.perron.house.PerronSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customs office of our own. It knows only the message it reads, and answers the same message
 * always the same: what to do about it stands in the goods' description ({@code lot BE416}). The
 * README's table says which case is which.
 */
@Component("belgianCustomsOffice")
@Profile("simulators")
public class BelgianCustomsOffice {
  private static final Pattern LOT = Pattern.compile("\\blot (BE[A-Z0-9]+)");
  private static final Duration AFTER_DOCUMENTS = Duration.ofSeconds(4);

  private final OfficePractice practice;
  private final Verdicts verdicts;
  private final LodgedInAdvance advance;
  private final Clock clock;
  private final LrnsUsed used = new LrnsUsed();

  @Autowired
  BelgianCustomsOffice(
      LetterBox letters,
      Books books,
      LodgedInAdvance advance,
      PerronSettings settings,
      Clock clock) {
    this(OfficePractice.of("notification", letters, books, settings), advance, clock);
  }

  BelgianCustomsOffice(OfficePractice practice, LodgedInAdvance advance, Clock clock) {
    this.practice = practice;
    this.verdicts = new Verdicts(practice);
    this.advance = advance;
    this.clock = clock;
  }

  /**
   * Takes a declaration, or a batch of them as a whole.
   *
   * @return the receipt: IE928, or IE906 for what fails validation; for a batch one for each. What
   *     came in a batch is told about in batches.
   */
  @Transactional
  public byte[] declare(byte[] body) {
    try {
      IdmsMessage message = Idms.read(body);
      List<IdmsMessage> declarations = message.isBatch() ? message.parts() : List.of(message);
      practice.ledger().enter(body, entries(declarations));
      List<Part> receipts = new ArrayList<>();
      Notices notices = new Notices();
      for (IdmsMessage declaration : declarations) {
        receipts.add(receive(declaration, notices));
      }
      return answer(message, message.isBatch(), receipts, notices);
    } catch (Unreadable fault) {
      return unread(fault);
    }
  }

  /** What came together is answered, and later told about, together. */
  private byte[] answer(IdmsMessage asked, boolean together, List<Part> receipts, Notices notices)
      throws Unreadable {
    notices.call(practice, together);
    return together ? batch(asked, receipts) : receipts.get(0).alone();
  }

  private static List<Books.Entry> entries(List<IdmsMessage> declarations) throws Unreadable {
    List<Books.Entry> entries = new ArrayList<>();
    for (IdmsMessage declaration : declarations) {
      if (!declaration.name().equals("IE001") && !declaration.name().equals("IE415")) {
        throw new Unreadable(declaration.name(), "is no declaration; IE001 or IE415 is wanted");
      }
      entries.add(
          new Books.Entry(
              declaration.name(),
              declaration.get("Declaration/LRN"),
              declaration.find("Declaration/referenceNumberUCR").orElse("")));
    }
    return entries;
  }

  private static byte[] batch(IdmsMessage asked, List<Part> receipts) throws Unreadable {
    return IdmsWriter.message(
        Idms.RECEIPTS,
        IdmsWriter.ADMINISTRATION,
        asked.get("Message/messageSender"),
        asked.moment("Message/preparationDateAndTime"),
        "R" + asked.identification(),
        asked.identification(),
        xml -> {
          for (Part receipt : receipts) {
            xml.part(receipt);
          }
        });
  }

  private Part receive(IdmsMessage declaration, Notices notices) throws Unreadable {
    String lrn = declaration.get("Declaration/LRN");
    Instant prepared = declaration.moment("Message/preparationDateAndTime");
    IdmsAnswers answers =
        new IdmsAnswers(
            lrn,
            mrn(lrn, prepared),
            declaration.get("Message/messageSender"),
            declaration.identification());
    if (used.byAnother(lrn, declaration)) {
      return answers.refused(
          "IE906",
          prepared,
          null,
          "Declaration/LRN",
          "13",
          "LRN " + lrn + " was used for another declaration");
    }
    return handle(declaration, answers, prepared, notices);
  }

  private Part handle(
      IdmsMessage declaration, IdmsAnswers answers, Instant prepared, Notices notices)
      throws Unreadable {
    Lot lot = OfficePractice.lot(LOT, declaration.all("Declaration/GoodsItem/descriptionOfGoods"));
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
      notices.add(
          answers.refused(
              "IE416",
              later(prepared, Verdicts.ACCEPTANCE),
              lot.item(),
              "Declaration/GoodsItem/descriptionOfGoods",
              "14",
              "Description does not fit the commodity code"),
          Verdicts.ACCEPTANCE);
      return answers.received(prepared);
    }
    LodgedInAdvance.Case which =
        new LodgedInAdvance.Case(lot.code(), lot.item(), currency(declaration, lot));
    if (declaration.get("Declaration/additionalDeclarationType").equals("D")) {
      advance.keep(declaration.get("Declaration/LRN"), which);
      notices.add(answers.registered(later(prepared, Verdicts.ACCEPTANCE)), Verdicts.ACCEPTANCE);
    } else {
      verdicts.follow(which, answers, prepared, notices);
    }
    return answers.received(prepared);
  }

  /** In which the value of the item stands that the case is about; null where it is about none. */
  private static String currency(IdmsMessage declaration, Lot lot) {
    return lot.item() == null
        ? null
        : declaration
            .all("Declaration/GoodsItem/" + amountOf(declaration) + "/currency")
            .get(lot.item() - 1);
  }

  /**
   * Goods of declarations lodged in advance are there.
   *
   * @return a receipt for each: IE928, or IE906 for what was not lodged in advance here
   */
  @Transactional
  public byte[] present(byte[] body) {
    try {
      IdmsMessage message = wanted(body, "IE432");
      Instant presented = message.moment("presentationDateAndTime");
      List<String> lrns = message.all("Declaration/LRN");
      List<String> mrns = message.all("Declaration/MRN");
      practice
          .ledger()
          .enter(body, lrns.stream().map(lrn -> new Books.Entry(message.name(), lrn, "")).toList());
      List<Part> receipts = new ArrayList<>();
      Notices notices = new Notices();
      for (int i = 0; i < lrns.size(); i++) {
        IdmsAnswers answers =
            new IdmsAnswers(
                lrns.get(i),
                mrns.get(i),
                message.get("Message/messageSender"),
                message.identification());
        receipts.add(activate(lrns.get(i), answers, presented, notices));
      }
      return answer(message, receipts.size() > 1, receipts, notices);
    } catch (Unreadable fault) {
      return unread(fault);
    }
  }

  private Part activate(String lrn, IdmsAnswers answers, Instant presented, Notices notices) {
    Optional<LodgedInAdvance.Case> lodged = advance.find(lrn);
    if (lodged.isEmpty()) {
      return answers.refused(
          "IE906",
          presented,
          null,
          "Declaration/LRN",
          "16",
          "LRN " + lrn + " was not lodged in advance");
    }
    verdicts.follow(lodged.get(), answers, presented, notices);
    return answers.received(presented);
  }

  /**
   * @return a receipt; the goods are released soon after
   */
  @Transactional
  public byte[] lodge(byte[] body) {
    return answer(
        body,
        "DocumentsLodged",
        (documents, lodged, answers) -> {
          List<String> contents = documents.all("Document/content");
          List<String> digests = documents.all("Document/sha256");
          for (int i = 0; i < contents.size(); i++) {
            byte[] content = Base64.getMimeDecoder().decode(contents.get(i));
            if (!HexFormat.of().formatHex(OfficePractice.sha256(content)).equals(digests.get(i))) {
              return answers.refused(
                  "IE906", lodged, null, "Document/content", "15", "A document is damaged");
            }
          }
          call(answers.released(later(lodged, AFTER_DOCUMENTS)), AFTER_DOCUMENTS);
          return answers.received(lodged);
        });
  }

  /**
   * @return a receipt; the declaration is invalid soon after
   */
  @Transactional
  public byte[] invalidate(byte[] body) {
    return answer(
        body,
        "IE414",
        (request, asked, answers) -> {
          practice.enter(body, new Books.Entry(request.name(), request.get("LRN"), ""));
          call(answers.invalidated(later(asked, Verdicts.ACCEPTANCE)), Verdicts.ACCEPTANCE);
          return answers.received(asked);
        });
  }

  /**
   * @return a receipt; the decision comes soon after
   */
  @Transactional
  public byte[] amend(byte[] body) {
    return answer(
        body,
        "IE413",
        (request, asked, answers) -> {
          practice.enter(
              body, new Books.Entry(request.name(), request.identification(), request.get("LRN")));
          Lot lot = OfficePractice.lot(LOT, List.of(request.get("reason")));
          String refusal = lot.code().equals("BE405") ? "The particulars are as declared" : null;
          call(answers.amended(later(asked, Verdicts.ACCEPTANCE), refusal), Verdicts.ACCEPTANCE);
          return answers.received(asked);
        });
  }

  /**
   * @return that goods in temporary storage are registered (IE426), or not (IE906)
   */
  @Transactional
  public byte[] store(byte[] body) {
    return answer(
        body,
        "TemporaryStorage",
        (stored, presented, answers) -> {
          String lrn = stored.get("LRN");
          practice.enter(
              body, new Books.Entry(stored.name(), lrn, stored.find("MasterWaybill").orElse("")));
          boolean full =
              stored.all("House/descriptionOfGoods").stream()
                  .anyMatch(goods -> goods.contains("lot BETS"));
          return full && lrn.endsWith("01")
              ? answers.refused(
                  "IE906",
                  presented,
                  null,
                  "MasterWaybill",
                  "17",
                  "The warehouse has no room for this flight")
              : answers.registered(presented);
        });
  }

  /** What the office does with a message about a declaration, and its receipt for it. */
  private interface Doing {
    Part receipt(IdmsMessage message, Instant prepared, IdmsAnswers answers) throws Unreadable;
  }

  private byte[] answer(byte[] body, String name, Doing doing) {
    try {
      IdmsMessage message = wanted(body, name);
      Instant prepared = message.moment("Message/preparationDateAndTime");
      return doing.receipt(message, prepared, answersTo(message, prepared)).alone();
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
            fault.getMessage())
        .alone();
  }

  private void call(Part notification, Duration after) {
    practice.call(notification.alone(), after);
  }

  private Instant later(Instant moment, Duration after) {
    return practice.later(moment, after);
  }

  private static String mrn(String lrn, Instant prepared) {
    return OfficePractice.mrn(lrn, prepared, 'R');
  }
}
