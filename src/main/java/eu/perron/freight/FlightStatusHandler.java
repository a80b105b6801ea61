package eu.perron.freight;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import org.springframework.stereotype.Component;

@Component
class FlightStatusHandler implements ArrivalHandler<FlightStatus> {
  private final FlightFollowing following;

  FlightStatusHandler(FlightFollowing following) {
    this.following = following;
  }

  @Override
  public Partner partner() {
    return Partner.AIRLINE;
  }

  @Override
  public String kind() {
    return "flight-status";
  }

  @Override
  public Class<FlightStatus> contentType() {
    return FlightStatus.class;
  }

  @Override
  public Outcome apply(FlightStatus content) {
    return following.apply(content);
  }

  @Override
  public Match<FlightStatus> match(FlightStatus content, String number) {
    return following.match(content, number);
  }
}
