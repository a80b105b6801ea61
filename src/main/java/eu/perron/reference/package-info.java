/**
 * What others publish and we go by: commodity codes, VAT rates, customs offices, airlines'
 * prefixes. A file is read in its publisher's format, kept as it came, shown with what it changes,
 * and counts from the day a person says; the tables in {@code processes/reference/} count before.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Reference",
    allowedDependencies = {"trade", "house"})
package eu.perron.reference;
