package eu.perron.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who sits at the desk.
 *
 * @param desks whose tasks they see, in the order of an order's way
 * @param own those whose tasks they may do; owners, operators and the hub look on at all the others
 */
record Clerk(String name, List<String> desks, Set<String> own) {
  private static final String DESK = "DESK_";

  /** Tasks that no desk is named for. */
  private static final String OPERATIONS = "operations";

  private static final List<String> IN_ORDER =
      List.of(
          "compliance-desk",
          "export-desk",
          "flight-desk",
          "customs-desk",
          "delivery-desk",
          "returns-desk");
  private static final Set<String> LOOK_ON = Set.of("ROLE_OPERATOR", "ROLE_OWNER", "ROLE_HUB");

  static Clerk of(Authentication who) {
    Set<String> authorities =
        who.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .collect(Collectors.toSet());
    Set<String> own = new TreeSet<>();
    authorities.stream()
        .filter(authority -> authority.startsWith(DESK))
        .forEach(authority -> own.add(authority.substring(DESK.length())));
    if (authorities.contains("ROLE_OPERATOR")) {
      own.add(OPERATIONS);
    }
    boolean looksOn = authorities.stream().anyMatch(LOOK_ON::contains);
    List<String> desks =
        new ArrayList<>(IN_ORDER.stream().filter(desk -> looksOn || own.contains(desk)).toList());
    own.stream().filter(desk -> !desks.contains(desk)).forEach(desks::add);
    return new Clerk(who.getName(), List.copyOf(desks), Set.copyOf(own));
  }

  boolean sees(String desk) {
    return desks.contains(desk);
  }

  boolean works(String desk) {
    return own.contains(desk);
  }
}
