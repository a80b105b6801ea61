package eu.perron.delivery;

/** The carrier made a label; the first parcel's number stands for the order. */
public record Labelled(String orderNumber, String carrier, String barcode) {}
