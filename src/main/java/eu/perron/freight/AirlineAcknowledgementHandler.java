package eu.perron.freight;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import org.springframework.stereotype.Component;

@Component
class AirlineAcknowledgementHandler implements ArrivalHandler<AirlineAcknowledgement> {
  private final FlightFollowing following;

  AirlineAcknowledgementHandler(FlightFollowing following) {
    this.following = following;
  }

  @Override
  public Partner partner() {
    return Partner.AIRLINE;
  }

  @Override
  public String kind() {
    return "airline-acknowledgement";
  }

  @Override
  public Class<AirlineAcknowledgement> contentType() {
    return AirlineAcknowledgement.class;
  }

  @Override
  public Outcome apply(AirlineAcknowledgement content) {
    return following.apply(content);
  }

  @Override
  public Match<AirlineAcknowledgement> match(AirlineAcknowledgement content, String number) {
    return following.match(content, number);
  }
}
