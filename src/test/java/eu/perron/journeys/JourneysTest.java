package eu.perron.journeys;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/** Orders from the seller's hand to their end: one house, one database, and at last a look at what nobody walked. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class JourneysTest {
  @Nested
  @Order(1)
  class Roads extends RoadsToAnEnd {}
}
