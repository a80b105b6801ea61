package eu.perron.delivery;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which carriers we listen to: a name, where it takes parcels over, and three beans for each. */
@Configuration(proxyBeanMethods = false)
class CarrierEars {
  private static final Map<Partner, String> HEARD =
      new EnumMap<>(Map.of(Partner.BPOST, "Liège Airport", Partner.CAINIAO, "Hangzhou"));

  /**
   * @param name as decisions and sellers write it ({@code BPOST}, {@code bpost})
   */
  static Partner carrier(String name) {
    return Partner.named(name.strip().toLowerCase(Locale.ROOT).replace('_', '-'))
        .filter(HEARD::containsKey)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No carrier named " + name + "; we know " + HEARD.keySet()));
  }

  /** The hub at which the carrier collects. */
  static String hubOf(Partner carrier) {
    return HEARD.get(carrier);
  }

  @Bean
  ArrivalHandler<LabelAnswer> bpostLabels(CarrierNews news, CarrierMatches matches) {
    return labels(Partner.BPOST, news, matches);
  }

  @Bean
  ArrivalHandler<NewAttemptAnswer> bpostNewAttempts(CarrierNews news, CarrierMatches matches) {
    return newAttempts(Partner.BPOST, news, matches);
  }

  @Bean
  ArrivalHandler<TrackingEvent> bpostTracking(CarrierNews news, CarrierMatches matches) {
    return tracking(Partner.BPOST, news, matches);
  }

  @Bean
  ArrivalHandler<LabelAnswer> cainiaoLabels(CarrierNews news, CarrierMatches matches) {
    return labels(Partner.CAINIAO, news, matches);
  }

  @Bean
  ArrivalHandler<NewAttemptAnswer> cainiaoNewAttempts(CarrierNews news, CarrierMatches matches) {
    return newAttempts(Partner.CAINIAO, news, matches);
  }

  @Bean
  ArrivalHandler<TrackingEvent> cainiaoTracking(CarrierNews news, CarrierMatches matches) {
    return tracking(Partner.CAINIAO, news, matches);
  }

  private static ArrivalHandler<LabelAnswer> labels(
      Partner carrier, CarrierNews news, CarrierMatches matches) {
    return new Ear<>(
        carrier,
        "label",
        LabelAnswer.class,
        news::prepareLabels,
        answer -> news.label(carrier, answer),
        (answer, number) -> matches.label(carrier, answer, number));
  }

  private static ArrivalHandler<NewAttemptAnswer> newAttempts(
      Partner carrier, CarrierNews news, CarrierMatches matches) {
    return new Ear<>(
        carrier,
        "new-attempt",
        NewAttemptAnswer.class,
        answers -> {},
        news::newAttempt,
        (answer, number) -> matches.newAttempt(carrier, answer, number));
  }

  private static ArrivalHandler<TrackingEvent> tracking(
      Partner carrier, CarrierNews news, CarrierMatches matches) {
    return new Ear<>(
        carrier,
        "tracking-event",
        TrackingEvent.class,
        events -> news.prepareTracking(carrier, events),
        event -> news.tracking(carrier, event),
        (event, number) -> matches.tracking(carrier, event, number));
  }

  private record Ear<T>(
      Partner partner,
      String kind,
      Class<T> contentType,
      Consumer<List<T>> preparing,
      Function<T, Outcome> hearing,
      BiFunction<T, String, Match<T>> matching)
      implements ArrivalHandler<T> {
    @Override
    public void prepare(List<T> contents) {
      preparing.accept(contents);
    }

    @Override
    public Outcome apply(T content) {
      return hearing.apply(content);
    }

    @Override
    public Match<T> match(T content, String number) {
      return matching.apply(content, number);
    }
  }
}
