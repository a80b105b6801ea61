package eu.perron.imports;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.orders.Orders;
import eu.perron.trade.Liege;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The import declarations of orders at Liège. */
@Component
@Transactional
public class Imports {
  static final String SOURCE = Partner.BELGIAN_CUSTOMS.id();

  private final ImportDeclarations declarations;
  private final Orders orders;
  private final Tariff tariff;
  private final Drafting drafting;
  private final Practice practice;
  private final CustomsDocuments documents;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Imports(
      ImportDeclarations declarations,
      Orders orders,
      Tariff tariff,
      Drafting drafting,
      Practice practice,
      CustomsDocuments documents,
      Outbox outbox,
      ApplicationEventPublisher events,
      Clock clock) {
    this.declarations = declarations;
    this.orders = orders;
    this.tariff = tariff;
    this.drafting = drafting;
    this.practice = practice;
    this.documents = documents;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Valuation value(String orderNumber) {
    return tariff.value(orders.get(orderNumber), today());
  }

  /**
   * Answers customs' request for documents with all that were uploaded and not lodged before.
   *
   * @param reference where documents are found that are not among the uploaded ones; blank or null:
   *     there are no others
   */
  public void lodgeDocuments(String orderNumber, String reference, String note) {
    ImportDeclaration lodging = lockInForce(orderNumber).electronic().lodging();
    List<CustomsDocument> uploaded = documents.notLodged(orderNumber);
    if (uploaded.isEmpty() && blank(reference)) {
      throw new IllegalArgumentException(
          "There is nothing to lodge: upload a document, or say where it is found.");
    }
    declarations.update(lodging);
    String key = lodging.lrn() + "D" + lodging.documentsLodged();
    String named =
        blank(reference)
            ? uploaded.stream().map(CustomsDocument::name).collect(Collectors.joining(", "))
            : reference;
    outbox.post(
        new Letter(
            Partner.BELGIAN_CUSTOMS,
            "documents",
            key,
            orderNumber,
            new DocumentsLetter(
                key,
                lodging.lrn(),
                lodging.mrn(),
                named,
                note,
                now(),
                uploaded.stream().map(drafting::attached).toList())));
    documents.lodged(uploaded, key);
    events.publishEvent(
        Milestone.of(orderNumber, MilestoneCode.INSPECTION, now(), "imports")
            .noting("Documents lodged: " + named));
  }

  /**
   * A clerk holds customs' release on paper. The clerk moves the order on, so no {@link
   * DeclarationReleased} is told.
   */
  public void recordPaperRelease(String orderNumber) {
    record(lockInForce(orderNumber), DeclarationState.RELEASED, "Released on paper");
  }

  /** Somebody of ours stood by while customs inspected the goods. */
  public void recordAttendance(String orderNumber, String place) {
    lockInForce(orderNumber);
    events.publishEvent(
        Milestone.of(orderNumber, MilestoneCode.INSPECTION, now(), "imports")
            .at(place == null || place.isBlank() ? null : place)
            .noting("Attended"));
  }

  /**
   * @param decision SEND_BACK, DESTROYED, SEIZED or RELEASED_ON_PAPER
   */
  public void recordNotReleased(String orderNumber, String decision) {
    ImportDeclaration declaration = lockInForce(orderNumber);
    switch (decision) {
      case "SEND_BACK" -> record(declaration, DeclarationState.NOT_RELEASED, "Sent back");
      case "DESTROYED" ->
          record(declaration, DeclarationState.DESTROYED, "Destroyed under customs' eyes");
      case "SEIZED" -> record(declaration, DeclarationState.SEIZED, "Seized");
      case "RELEASED_ON_PAPER" ->
          record(declaration, DeclarationState.RELEASED, "Released on paper");
      default ->
          throw new IllegalArgumentException("Goods that are not released cannot be " + decision);
    }
  }

  /** Customs hold, or will be sent, a declaration of the order. */
  @Transactional(readOnly = true)
  public boolean isDeclared(String orderNumber) {
    return declarations
        .inForce(orderNumber)
        .filter(declaration -> !declaration.state().isVoid())
        .isPresent();
  }

  /** The exit guard: nothing leaves the hub without it. */
  @Transactional(readOnly = true)
  public boolean isReleased(String orderNumber) {
    return declarations
        .inForce(orderNumber)
        .filter(declaration -> declaration.state() == DeclarationState.RELEASED)
        .isPresent();
  }

  /** Whether customs has yet to decide on a declaration of this flight that we know of. */
  @Transactional(readOnly = true)
  public boolean isOpenOn(String consignment) {
    return declarations.isOpenOn(consignment);
  }

  /** Orders of the flight whose goods customs released, seized or saw destroyed. */
  @Transactional(readOnly = true)
  public Set<String> decidedOn(String consignment) {
    return declarations.decidedOn(consignment);
  }

  /** Their timelines say by when they must be out of temporary storage. */
  public void warnOfStorage(Collection<String> orderNumbers) {
    int left =
        Integer.parseInt(practice.get("temporaryStorageDays", today()))
            - Integer.parseInt(practice.get("temporaryStorageAlarm", today()));
    LocalDate last = today().plusDays(left);
    orderNumbers.forEach(
        order ->
            events.publishEvent(
                Milestone.of(order, MilestoneCode.TEMP_STORAGE, now(), "imports")
                    .noting("Temporary storage ends on " + last)));
  }

  /** Oldest first; the last one is in force. */
  @Transactional(readOnly = true)
  public List<DeclarationRecord> declarations(String orderNumber) {
    return declarations.of(orderNumber).stream().map(ImportDeclaration::shown).toList();
  }

  private void record(ImportDeclaration declaration, DeclarationState decision, String why) {
    ImportDeclaration decided = declaration.decided(decision, now(), why);
    declarations.update(decided);
    MilestoneCode milestone =
        switch (decision) {
          case RELEASED -> MilestoneCode.RELEASED;
          case DESTROYED -> MilestoneCode.DESTROYED;
          default -> null;
        };
    if (milestone != null && declaration.state() != decision) {
      events.publishEvent(
          Milestone.of(declaration.orderNumber(), milestone, now(), "imports").noting(why));
    }
  }

  private ImportDeclaration lockInForce(String orderNumber) {
    return declarations.lockInForce(orderNumber).orElseThrow(() -> neverDeclared(orderNumber));
  }

  static NoSuchElementException neverDeclared(String orderNumber) {
    return new NoSuchElementException("Order " + orderNumber + " was never declared for import");
  }

  static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Liege.TIME));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
