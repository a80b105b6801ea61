package eu.perron.sanctions;

import eu.perron.sanctions.ListedEntry.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what a file says of one entry, in whatever order and however often it says it. */
final class EntryBuilder {
  /** What one entry may say of itself; the longest published has some hundreds. */
  private static final int MOST = 5_000;

  /** The longest name published has some hundred letters. A word is compared in all its slips. */
  private static final int LONGEST_NAME = 500;

  private final String id;
  private final Map<String, ListedName> names = new LinkedHashMap<>();
  private final Set<String> births = new LinkedHashSet<>();
  private final Set<String> countries = new LinkedHashSet<>();
  private final Set<String> addresses = new LinkedHashSet<>();
  private final Set<String> documents = new LinkedHashSet<>();
  private final Set<String> programmes = new LinkedHashSet<>();
  private String reference = "";
  private String regulation = "";
  private String publication = "";
  private String remark = "";
  private Subject subject = Subject.UNKNOWN;

  EntryBuilder(String id) {
    this.id = id;
  }

  void reference(String given) {
    reference = first(reference, given);
  }

  /**
   * @param codes {@code person}, {@code enterprise} or their letters
   */
  void subject(String... codes) {
    for (String code : codes) {
      String letter = clean(code).toLowerCase(Locale.ROOT);
      if (letter.startsWith("p")) {
        subject = Subject.PERSON;
      } else if (letter.startsWith("e")) {
        subject = Subject.ENTERPRISE;
      }
    }
  }

  void regulation(String numberTitle, String programme, String url) {
    regulation = first(regulation, numberTitle);
    publication = first(publication, url);
    add(programmes, programme);
  }

  void publication(String url) {
    publication = first(publication, url);
  }

  void remark(String given) {
    remark = first(remark, given);
  }

  void name(String whole, String first, String middle, String last, boolean strong) {
    String spoken =
        clean(whole).isEmpty()
            ? Stream.of(first, middle, last)
                .map(EntryBuilder::clean)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "))
            : clean(whole);
    for (String part : List.of(spoken, clean(first), clean(last))) {
      if (part.length() > LONGEST_NAME) {
        throw new UnreadableList(
            "Entry %s bears a name of %d letters, beginning with %s: more than %d are no name."
                .formatted(id, part.length(), part.substring(0, 40), LONGEST_NAME));
      }
    }
    if (!spoken.isEmpty() && names.size() < MOST) {
      names.merge(
          spoken,
          new ListedName(spoken, clean(first), clean(last), strong),
          (one, other) -> one.strong() ? one : other);
    }
  }

  void birth(String date, String year, String city, String country) {
    String when = clean(date).isEmpty() ? clean(year) : clean(date);
    add(births, joined(when, clean(city), country(country)));
  }

  void citizenship(String iso2) {
    add(countries, country(iso2));
  }

  void address(String street, String zip, String city, String iso2, String country) {
    add(countries, country(iso2));
    add(addresses, joined(clean(street), (clean(zip) + " " + clean(city)).strip(), clean(country)));
  }

  void document(String type, String number, String iso2) {
    if (!clean(number).isEmpty()) {
      add(documents, joined(clean(type), clean(number), country(iso2)));
    }
  }

  ListedEntry entry() {
    return new ListedEntry(
        id,
        reference.isEmpty() ? id : reference,
        subject,
        List.copyOf(names.values()),
        List.copyOf(births),
        List.copyOf(countries),
        List.copyOf(addresses),
        List.copyOf(documents),
        String.join(" ", programmes),
        regulation,
        publication,
        remark);
  }

  /** {@code 00} is the publisher's word for a country it does not know. */
  private static String country(String iso2) {
    String code = clean(iso2).toUpperCase(Locale.ROOT);
    return code.equals("00") ? "" : code;
  }

  private static void add(Set<String> to, String value) {
    if (!clean(value).isEmpty() && to.size() < MOST) {
      to.add(clean(value));
    }
  }

  private static String joined(String... parts) {
    List<String> said = new ArrayList<>(List.of(parts));
    said.removeIf(String::isEmpty);
    return String.join(", ", said);
  }

  private static String first(String known, String given) {
    return known.isEmpty() ? clean(given) : known;
  }

  private static String clean(String text) {
    return text == null ? "" : text.strip().replaceAll("\\s+", " ");
  }
}
