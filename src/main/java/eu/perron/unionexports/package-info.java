/**
 * Export from the Union, declared in Belgium (AES): from the declaration to the proof that the
 * goods left.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Exports from the Union",
    allowedDependencies = {"trade", "house", "reference", "archive", "exchange", "orders"})
package eu.perron.unionexports;
