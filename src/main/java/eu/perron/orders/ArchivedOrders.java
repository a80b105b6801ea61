package eu.perron.orders;

import eu.perron.house.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders that left for the archive, as far as lists and repetitions need them. */
@Component
@Transactional(readOnly = true)
public class ArchivedOrders {
  private static final String SELECT =
      "SELECT number, seller_id, reference, content_hash, stage, status, currency, goods_value, ended_at, "
          + "archived_at, erased_at FROM archive_order ";
  private final JdbcClient jdbc;
  private final OrderWords words;

  ArchivedOrders(JdbcClient jdbc, OrderWords words) {
    this.jdbc = jdbc;
    this.words = words;
  }

  /** By the whole words of the consignee's name, newest first. */
  public List<String> numbersOfConsignee(String name, int most) {
    return words.archivedWith(name, most);
  }

  public Optional<ArchivedOrder> find(String number) {
    return jdbc.sql(SELECT + "WHERE number = :number")
        .param("number", number)
        .query(ArchivedOrder.class)
        .optional();
  }

  /** What belongs to another seller is not there. */
  public Optional<ArchivedOrder> findOf(String sellerId, String number) {
    return find(number).filter(order -> order.sellerId().equals(sellerId));
  }

  /** Why nothing can be done to an order that does not run: it has ended, or never was. */
  Problem refuses(
      String sellerId, String number, Function<CancellationDesk.Refusal, Problem> tooLate) {
    return findOf(sellerId, number)
        .map(ended -> tooLate.apply(OrderCancellation.ended(ended.status())))
        .orElseGet(() -> OrdersController.noSuchOrder(number));
  }

  /** Of whichever seller. */
  public List<ArchivedOrder> byReference(String reference) {
    return jdbc.sql(
            SELECT
                + "WHERE (seller_id, reference) IN (SELECT s.id, :reference FROM seller s) ORDER BY number DESC")
        .param("reference", reference)
        .query(ArchivedOrder.class)
        .list();
  }

  List<ArchivedOrder> byReferences(String sellerId, Collection<String> references) {
    return jdbc.sql(SELECT + "WHERE seller_id = :seller AND reference IN (:references)")
        .param("seller", sellerId)
        .param("references", references)
        .query(ArchivedOrder.class)
        .list();
  }
}
