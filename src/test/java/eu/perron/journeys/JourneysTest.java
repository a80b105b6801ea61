package eu.perron.journeys;

import eu.perron.trade.Ids;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/**
 * Orders from the seller's hand to their end: one house, one database, and at last a look at what
 * nobody walked.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class JourneysTest {
  /** Rows with a higher id are of these journeys. */
  static final String BEGUN = Ids.next();

  @Nested
  @Order(1)
  class Ordinary extends TheOrdinaryWay {}

  @Nested
  @Order(2)
  class Roads extends RoadsToAnEnd {}

  @Nested
  @Order(3)
  class Flights extends TroubledFlights {}

  @Nested
  @Order(4)
  class Cancelled extends Cancellations {}

  @Nested
  @Order(5)
  class Silent extends Silences {}

  @Nested
  @Order(6)
  class Repeated extends RepeatedNews {}

  @Nested
  @Order(7)
  class Outage extends CustomsOutage {}

  @Nested
  @Order(8)
  class Odd extends OddMessages {}

  @Nested
  @Order(9)
  class Listed extends ListedParties {}

  @Nested
  @Order(10)
  class Reverse extends TheReverseLane {}

  @Nested
  @Order(11)
  class Months extends MonthEnds {}

  @Nested
  @Order(12)
  class Many extends ManyOfAFlight {}

  @Nested
  @Order(13)
  class Documents extends DocumentsForCustoms {}

  @Nested
  @Order(14)
  class Advance extends DeclaredInAdvance {}

  @Nested
  @Order(15)
  class Never extends WhatNobodyWalked {}
}
