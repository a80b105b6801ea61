package eu.perron.freight;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.freight.EntrySummaryAnswer.Kind;
import eu.perron.freight.FilingAmendment.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks advance security to change what was filed of a house. Possible once it is registered, until
 * the authority wants to examine the goods or they are presented (UCC Art. 129(1); unverified). A
 * house that is amended is assessed anew, and its flight, if it has not closed yet, waits for that.
 */
@Component
@Transactional
public class FilingAmendments {
  static final String OPERATION = "amendment";

  /** The filing's reference, and which amendment of it. */
  private static final Pattern REFERENCE = Pattern.compile("(ENS.{14})A([0-9]{2})");

  private static final int MOST = 99;
  private static final Set<House.Security> AMENDABLE =
      EnumSet.of(House.Security.REGISTERED, House.Security.ANSWERED, House.Security.ASSESSED);

  private final Houses houses;
  private final Consignments consignments;
  private final FilingAmendmentsKept kept;
  private final Timetable timetable;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  FilingAmendments(
      Houses houses,
      Consignments consignments,
      FilingAmendmentsKept kept,
      Timetable timetable,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.houses = houses;
    this.consignments = consignments;
    this.kept = kept;
    this.timetable = timetable;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Oldest first. */
  @Transactional(readOnly = true)
  public List<FilingAmendment> of(String orderNumber) {
    return kept.of(orderNumber);
  }

  @Transactional(readOnly = true)
  public boolean mayBeAsked(String orderNumber) {
    return houses.find(orderNumber).filter(house -> refusal(house).isEmpty()).isPresent();
  }

  /**
   * @param to the house as it shall be, whole
   * @throws UnacceptableFilingAmendment saying why and what would do
   */
  public void ask(String orderNumber, Particulars to, String who) {
    House house =
        houses
            .lock(orderNumber)
            .orElseThrow(
                () -> new UnacceptableFilingAmendment("The order is in no air consignment."));
    refusal(house)
        .ifPresent(
            why -> {
              throw new UnacceptableFilingAmendment(why);
            });
    Particulars was = Particulars.of(house);
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, String> after = new LinkedHashMap<>();
    differences(was.named(), to.named(), before, after);
    if (after.isEmpty()) {
      throw new UnacceptableFilingAmendment("It is filed like that already: change something.");
    }
    to.check(after.keySet());
    int number = kept.of(orderNumber).size() + 1;
    if (number > MOST) {
      throw new UnacceptableFilingAmendment(
          "It was amended %d times; cancel the filing instead.".formatted(MOST));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    kept.insert(
        new FilingAmendment(
            orderNumber, number, to, house.security(), State.ASKED, now, who, null, null));
    houses.amending(orderNumber);
    String reference = "%sA%02d".formatted(house.lrn(), number);
    outbox.post(
        new Letter(
            Partner.ICS2, OPERATION, reference, orderNumber, letter(house, to, reference, now)));
    audit.record(
        Entry.of(Act.CORRECTED)
            .by(who)
            .about(orderNumber)
            .on(reference)
            .before(before)
            .after(after));
  }

  private EntrySummaryAmendment letter(House house, Particulars to, String reference, Instant now) {
    AirConsignment consignment = consignments.find(house.consignmentNumber()).orElseThrow();
    return new EntrySummaryAmendment(
        house.mrn(),
        EntrySummary.of(
            reference, house, to, consignment, timetable.officeAt(consignment.destination()), now));
  }

  private static void differences(
      Map<String, String> was,
      Map<String, String> is,
      Map<String, String> before,
      Map<String, String> after) {
    is.forEach(
        (name, value) -> {
          if (!Objects.equals(was.get(name), value)) {
            before.put(name, was.get(name));
            after.put(name, value);
          }
        });
  }

  private static Optional<String> refusal(House house) {
    if (house.amending()) {
      return Optional.of("Advance security has not yet answered the amendment before.");
    }
    if (house.state() != House.State.ABOARD) {
      return Optional.of(
          "Only what flies or will fly can be amended; this house is %s.".formatted(house.state()));
    }
    return house.mrn() != null && AMENDABLE.contains(house.security())
        ? Optional.empty()
        : Optional.of(
            "A filing can be amended once it is registered and while no question is open; this one is %s."
                .formatted(house.security()));
  }

  /** What the authority says under the reference of an amendment. */
  Optional<Reference> meant(String lrn) {
    Matcher parts = REFERENCE.matcher(lrn == null ? "" : lrn);
    return parts.matches()
        ? Optional.of(new Reference(parts.group(1), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  /**
   * @param filing the LRN it amends
   */
  record Reference(String filing, int number) {}

  /**
   * Hears what was said under the reference of an amendment, or of a filing that is being amended.
   * An assessment under the amendment's reference says that it was taken, whether or not the
   * authority said so before.
   *
   * @param number null: the filing was named, and so the amendment that is open is meant
   * @return whether that was all it said; false: it is about the house too
   */
  boolean hear(House house, Integer number, EntrySummaryAnswer said) {
    Optional<FilingAmendment> open =
        kept.open(house.orderNumber()).filter(one -> number == null || one.number() == number);
    boolean assessed = said.kind() == Kind.ASSESSED && number != null;
    if (said.kind() == Kind.AMENDED || assessed) {
      open.ifPresent(
          one -> {
            kept.decide(one, State.ACCEPTED, clock.instant(), null);
            houses.amend(house.orderNumber(), one.to());
          });
    } else if (said.kind() == Kind.REFUSED) {
      open.ifPresent(
          one -> {
            kept.decide(one, State.REFUSED, clock.instant(), said.keptText());
            houses.notAmended(house.orderNumber(), one.securityBefore(), said.keptText());
          });
    }
    return said.kind() == Kind.AMENDED || said.kind() == Kind.REFUSED;
  }

  /** The filing as it was is assessed, while an amendment is open: that counts if it is refused. */
  void assessedAsItWas(String orderNumber) {
    kept.open(orderNumber).ifPresent(kept::assessedMeanwhile);
  }
}
