package eu.perron.freight;

import java.util.List;

/** These did not come out of the flight although they were on its list. */
public record HousesMissing(String consignmentNumber, List<String> orderNumbers) {}
