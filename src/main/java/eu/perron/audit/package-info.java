/**
 * The audit trail: who did what when, before and after, by which version of which rule; a chain of
 * hashes that tells when somebody changed it. Rooms write to it in their own transaction.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Audit",
    allowedDependencies = {"trade", "house"})
package eu.perron.audit;
