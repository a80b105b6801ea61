package eu.perron.compliance;

import eu.perron.orders.Order;
import eu.perron.orders.Party;
import eu.perron.sanctions.Hit;
import eu.perron.sanctions.ListedEntry;
import eu.perron.sanctions.NamedParty;
import eu.perron.sanctions.PartyScreener;
import eu.perron.sanctions.Screened;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Domain rule R-SCREEN: each party of an order against the list in force; fails closed. */
final class PartyFindings {
  /** Below this two names are not told as alike, unless the dated rule says otherwise. */
  private static final int LEAST = 80;

  private static final int MOST_HITS_OF_A_PARTY = 5;

  private PartyFindings() {}

  /** What the list says of one party of an order, and the finding it becomes. */
  record PartyHit(NamedParty party, Hit hit, Finding finding) {}

  static List<Finding> of(Order order, Knowledge knowledge, PartyScreener screener) {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, NamedParty> role : parties(order).entrySet()) {
      Screened screened = screener.screen(role.getValue(), least(knowledge));
      if (screened.missing() != null) {
        return Goods.finding(
                knowledge,
                FindingCode.SANCTIONS_NOT_SCREENED,
                null,
                "sanctions list",
                screened.missing())
            .stream()
            .toList();
      }
      hits(role, screened, knowledge).map(PartyHit::finding).forEach(findings::add);
    }
    return findings;
  }

  /** The same with the evidence, for whoever remembers what a clerk decided. */
  static List<PartyHit> hits(Order order, Knowledge knowledge, PartyScreener screener) {
    return parties(order).entrySet().stream()
        .flatMap(role -> hits(role, screener.screen(role.getValue(), least(knowledge)), knowledge))
        .toList();
  }

  private static Stream<PartyHit> hits(
      Map.Entry<String, NamedParty> role, Screened screened, Knowledge knowledge) {
    return screened.hits().stream()
        .limit(MOST_HITS_OF_A_PARTY)
        .flatMap(
            hit ->
                Goods.finding(
                    knowledge,
                    FindingCode.SANCTIONED_PARTY,
                    null,
                    subject(role.getValue(), hit),
                    evidence(role, hit))
                    .map(finding -> finding.scoring(hit.score()))
                    .map(finding -> new PartyHit(role.getValue(), hit, finding))
                    .stream());
  }

  private static int least(Knowledge knowledge) {
    return knowledge
        .rule(FindingCode.SANCTIONED_PARTY)
        .map(Knowledge.Rule::limit)
        .map(Number::intValue)
        .orElse(LEAST);
  }

  /** Whoever is two of them is screened once. */
  static Map<String, NamedParty> parties(Order order) {
    Map<String, NamedParty> parties = new LinkedHashMap<>();
    put(parties, "Consignor", order.consignor());
    put(parties, "Consignee", order.consignee());
    put(parties, "Responsible person", order.euResponsiblePerson());
    return parties;
  }

  private static void put(Map<String, NamedParty> parties, String role, Party party) {
    if (party != null && !Screening.isBlank(party.name())) {
      NamedParty named =
          new NamedParty(
              party.name(), party.street(), party.postcode(), party.city(), party.country());
      if (!parties.containsValue(named)) {
        parties.put(role, named);
      }
    }
  }

  /** An acceptance holds for this party and this entry as both read now. */
  private static String subject(NamedParty party, Hit hit) {
    return "%s / %s / %s"
        .formatted(party.name(), hit.entry().reference(), hit.entry().digest().substring(0, 8));
  }

  private static String evidence(Map.Entry<String, NamedParty> role, Hit hit) {
    ListedEntry entry = hit.entry();
    return "%s \"%s\" (%s) resembles \"%s\" of %s, score %d of 100: %s.%s List of %s, version %d."
        .formatted(
            role.getKey(),
            role.getValue().name(),
            role.getValue().country(),
            hit.listed().whole(),
            described(entry),
            hit.score(),
            hit.words().stream().map(Hit.Pair::toString).collect(Collectors.joining(", ")),
            hit.listed().strong() ? "" : " The publisher calls this name weak.",
            hit.generatedOn(),
            hit.version());
  }

  /** What helps to tell two people of one name apart. */
  private static String described(ListedEntry entry) {
    return entry.reference()
        + " ("
        + Stream.of(
                entry.subject().name().toLowerCase(java.util.Locale.ROOT),
                said("born ", entry.births()),
                said("of ", entry.countries()),
                said("at ", entry.addresses()),
                entry.programme().isEmpty() ? "" : "programme " + entry.programme(),
                entry.regulation())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "))
        + ")";
  }

  private static String said(String word, List<String> values) {
    return values.isEmpty()
        ? ""
        : word + values.stream().limit(3).collect(Collectors.joining(" / "));
  }
}
