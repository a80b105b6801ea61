package eu.perron.house;

import java.util.Set;

/**
 * Somebody who may log in.
 *
 * @param roles OWNER, CLERK, OPERATOR, AUDITOR, HUB, SELLER
 * @param desks the groups whose tasks they see ({@code customs-desk}, …)
 * @param sellerId whose orders they see, of a seller's account; null otherwise
 */
public record Account(
    String username, String name, Set<String> roles, Set<String> desks, String sellerId) {}
