/**
 * With whom nobody may deal: the Union's consolidated list of financial sanctions in its versions,
 * names compared with it, and whom a clerk found not to be meant. Knows names, not orders.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Sanctions",
    allowedDependencies = {"trade", "house"})
package eu.perron.sanctions;
