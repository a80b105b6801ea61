package eu.perron.sellers;

import eu.perron.house.ApiKeys;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may trade with us. */
@Component
@Transactional
public class Sellers implements ApiKeys {
  private final JdbcClient jdbc;
  private final Clock clock;

  Sellers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The seller whose key this is. */
  @Transactional(readOnly = true)
  public Optional<Seller> authenticate(String apiKey) {
    return jdbc.sql(
            "SELECT s.id, s.name, s.country FROM seller_api_key k JOIN seller s ON s.id = k.seller_id "
                + "WHERE k.key_hash = :hash")
        .param("hash", new ApiKey(apiKey).hash())
        .query(Seller.class)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> ownerOf(String apiKey) {
    return authenticate(apiKey).map(Seller::id);
  }

  @Transactional(readOnly = true)
  public Optional<Seller> find(String id) {
    return jdbc.sql("SELECT id, name, country FROM seller WHERE id = :id")
        .param("id", id)
        .query(Seller.class)
        .optional();
  }

  /** Harmless if there is one of that id. */
  void admit(Seller seller) {
    jdbc.sql(
            "INSERT IGNORE INTO seller (id, name, country, created_at) VALUES (:id, :name, :country, :now)")
        .param("id", seller.id())
        .param("name", seller.name())
        .param("country", seller.country())
        .param("now", now())
        .update();
  }

  /** False if the seller has a key of that label; two nodes may start at once. */
  boolean give(String sellerId, String label, ApiKey key) {
    return jdbc.sql(
                "INSERT IGNORE INTO seller_api_key (key_hash, seller_id, label, prefix, created_at) "
                    + "VALUES (:hash, :seller, :label, :prefix, :now)")
            .param("hash", key.hash())
            .param("seller", sellerId)
            .param("label", label)
            .param("prefix", key.prefix())
            .param("now", now())
            .update()
        > 0;
  }

  /** The key of that label is this one from now on; what it was before opens nothing any more. */
  void replace(String sellerId, String label, ApiKey key) {
    if (!give(sellerId, label, key)) {
      jdbc.sql(
              "UPDATE seller_api_key SET key_hash = :hash, prefix = :prefix "
                  + "WHERE seller_id = :seller AND label = :label")
          .param("hash", key.hash())
          .param("prefix", key.prefix())
          .param("seller", sellerId)
          .param("label", label)
          .update();
    }
  }

  @Transactional(readOnly = true)
  String prefix(String sellerId, String label) {
    return jdbc.sql(
            "SELECT prefix FROM seller_api_key WHERE seller_id = :seller AND label = :label")
        .param("seller", sellerId)
        .param("label", label)
        .query(String.class)
        .single();
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
