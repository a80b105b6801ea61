package eu.perron.freight;

/** A first order wanted to fly where no consignment was open. */
public record ConsignmentOpened(String consignmentNumber) {}
