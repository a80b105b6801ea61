package eu.perron.house;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may log in, and to which desks they belong. */
@Component
@Transactional
public class Accounts implements UserDetailsService {
  /** A desk is an authority too: {@code DESK_customs-desk}. */
  public static final String DESK = "DESK_";

  private static final String ROLE = "ROLE_";

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final Clock clock;

  Accounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
  }

  public Optional<Account> find(String username) {
    return jdbc.sql("SELECT username, name, seller_id FROM account WHERE username = :username")
        .param("username", username)
        .query(
            (row, n) ->
                new Account(
                    row.getString("username"),
                    row.getString("name"),
                    new TreeSet<>(belongings("role", username)),
                    new TreeSet<>(belongings("desk", username)),
                    row.getString("seller_id")))
        .optional();
  }

  @Override
  public UserDetails loadUserByUsername(String username) {
    String hash =
        jdbc.sql("SELECT password_hash FROM account WHERE username = :username")
            .param("username", username)
            .query(String.class)
            .optional()
            .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    List<String> authorities = new ArrayList<>();
    belongings("role", username).forEach(role -> authorities.add(ROLE + role));
    belongings("desk", username).forEach(desk -> authorities.add(DESK + desk));
    return User.withUsername(username)
        .password(hash)
        .authorities(authorities.toArray(String[]::new))
        .build();
  }

  /** False if there is one of that name already; two nodes may start at once. */
  boolean open(Account account, String password) {
    return openHashed(account, passwords.encode(password));
  }

  private boolean openHashed(Account account, String hash) {
    int added =
        jdbc.sql(
                "INSERT IGNORE INTO account (username, name, password_hash, seller_id, created_at) "
                    + "VALUES (:username, :name, :hash, :sellerId, :now)")
            .param("username", account.username())
            .param("name", account.name())
            .param("hash", hash)
            .param("sellerId", account.sellerId())
            .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
            .update();
    if (added == 0) {
      return false;
    }
    account.roles().forEach(role -> belong("role", account.username(), role));
    account.desks().forEach(desk -> belong("desk", account.username(), desk));
    return true;
  }

  boolean exists(String username) {
    return jdbc.sql("SELECT COUNT(*) FROM account WHERE username = :username")
            .param("username", username)
            .query(Integer.class)
            .single()
        > 0;
  }

  private record Hashed(String username, String passwordHash) {}

  /**
   * Makes a password from outside that of all these accounts. It is hashed, or compared with its
   * hash, once and not for each: that is slow on purpose, and a node waits for it when it starts.
   */
  void share(List<Account> accounts, String password) {
    Map<String, String> hashes =
        jdbc
            .sql("SELECT username, password_hash FROM account WHERE username IN (:usernames)")
            .param("usernames", accounts.stream().map(Account::username).toList())
            .query(Hashed.class)
            .stream()
            .collect(Collectors.toMap(Hashed::username, Hashed::passwordHash));
    String hash =
        hashes.values().stream()
            .distinct()
            .filter(kept -> passwords.matches(password, kept))
            .findFirst()
            .orElseGet(() -> passwords.encode(password));
    for (Account account : accounts) {
      String kept = hashes.get(account.username());
      if (kept == null && openHashed(account, hash) || hash.equals(kept)) {
        continue;
      }
      jdbc.sql("UPDATE account SET password_hash = :hash WHERE username = :username")
          .param("hash", hash)
          .param("username", account.username())
          .update();
    }
  }

  private List<String> belongings(String kind, String username) {
    return jdbc.sql(
            "SELECT name FROM account_belonging WHERE username = :username AND kind = :kind ORDER BY name")
        .param("username", username)
        .param("kind", kind)
        .query(String.class)
        .list();
  }

  private void belong(String kind, String username, String name) {
    jdbc.sql(
            "INSERT INTO account_belonging (username, kind, name) VALUES (:username, :kind, :name)")
        .param("username", username)
        .param("kind", kind)
        .param("name", name)
        .update();
  }
}
