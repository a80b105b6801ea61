package eu.perron.orders;

import eu.perron.house.AtHand;
import eu.perron.house.KeyedRows;
import eu.perron.house.Seal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The orders in our care, for the other rooms. */
@Component
@Transactional
public class Orders {
  private static final int AT_ONCE = 1000;
  private static final KeyedRows STAGE = open("stage = ?");
  private static final KeyedRows STATUS = open("status = ?");
  private static final KeyedRows ENDED = open("status = ?, stage = 'CLOSED', ended_at = ?");
  private static final KeyedRows STARTED = KeyedRows.update("orders", "number", "started = TRUE");

  private final OrderRepository orders;
  private final OrdersInBulk bulk;
  private final JdbcAggregateTemplate aggregates;
  private final OrderWords words;
  private final AtHand<String, Order> atHand = new AtHand<>(Order::number);
  private final Seal seal;
  private final JdbcClient jdbc;
  private final JdbcTemplate rows;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Orders(
      OrderRepository orders,
      OrdersInBulk bulk,
      JdbcAggregateTemplate aggregates,
      OrderWords words,
      Seal seal,
      JdbcClient jdbc,
      JdbcTemplate rows,
      ApplicationEventPublisher events,
      Clock clock) {
    this.orders = orders;
    this.bulk = bulk;
    this.aggregates = aggregates;
    this.words = words;
    this.seal = seal;
    this.jdbc = jdbc;
    this.rows = rows;
    this.events = events;
    this.clock = clock;
  }

  private static KeyedRows open(String set) {
    return KeyedRows.update("orders", "number", set).where("ended_at IS NULL");
  }

  public Order get(String number) {
    return find(number).orElseThrow(() -> new NoSuchElementException("No order " + number));
  }

  public Optional<Order> find(String number) {
    return atHand.find(number, () -> orders.findById(number));
  }

  /**
   * The running transaction is going to ask for most of these: they are read together and lie at
   * hand for it. Numbers that are no orders' do no harm.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void layOut(Collection<String> numbers) {
    atHand.layOut(numbers, bulk::read);
  }

  /** What belongs to another seller is not there. */
  public Optional<Order> findOf(String sellerId, String number) {
    return orders.findBySellerIdAndNumber(sellerId, number);
  }

  /** Of these, the ones that have not ended. */
  public List<String> stillOpen(List<String> numbers) {
    List<String> open = new ArrayList<>();
    for (int from = 0; from < numbers.size(); from += AT_ONCE) {
      open.addAll(
          jdbc.sql("SELECT number FROM orders WHERE number IN (:numbers) AND ended_at IS NULL")
              .param("numbers", numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE)))
              .query(String.class)
              .list());
    }
    return open;
  }

  /** The order that a parcel of ours belongs to. */
  public Optional<String> numberOfParcel(String parcelNumber) {
    return jdbc.sql("SELECT order_number FROM order_parcel WHERE number = :number")
        .param("number", parcelNumber)
        .query(String.class)
        .optional();
  }

  /** By the whole words of the consignee's name, newest first. */
  public List<String> numbersOfConsignee(String name, int most) {
    return words.ordersWith(name, most);
  }

  /**
   * @param kept a party as its column in {@code orders} holds it
   */
  public Party party(byte[] kept) {
    return seal.openDocument(kept, Party.class);
  }

  void insertAll(List<Order> fresh) {
    aggregates.insertAll(fresh);
    words.insertAll(fresh);
  }

  /** False if its fulfilment has begun: then the flow must let it go. */
  boolean cancelUnstarted(String number) {
    atHand.forget(List.of(number));
    return jdbc.sql(
                "UPDATE orders SET started = TRUE, status = 'CANCELLED', stage = 'CLOSED', ended_at"
                    + " = :now WHERE number = :number AND started = FALSE")
            .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC).toLocalDateTime())
            .param("number", number)
            .update()
        > 0;
  }

  /**
   * What a turn of the flow made of many orders; consignment numbers among the keys match nothing
   * and do no harm.
   */
  public void record(
      Map<String, Stage> stages, Map<String, Status> statuses, Map<String, Status> ended) {
    write(STAGE, stages);
    write(STATUS, statuses);
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    write(ENDED, ended, now);
  }

  /** A statement for each value there is: they are few. */
  private void write(KeyedRows statement, Map<String, ? extends Enum<?>> values, Object... others) {
    atHand.forget(values.keySet());
    Map<String, Set<String>> numbers = new TreeMap<>();
    values.forEach(
        (number, value) ->
            numbers.computeIfAbsent(value.name(), first -> new TreeSet<>()).add(number));
    numbers.forEach(
        (value, some) ->
            statement.write(
                rows, some, Stream.concat(Stream.of(value), Stream.of(others)).toArray()));
  }

  /**
   * Accepted orders whose fulfilment has not begun, oldest first, locked for the caller's
   * transaction.
   */
  public List<String> takeAccepted(int most) {
    List<String> numbers =
        jdbc.sql(
                "SELECT number FROM orders WHERE started = FALSE ORDER BY accepted_at LIMIT :most"
                    + " FOR UPDATE SKIP LOCKED")
            .param("most", most)
            .query(String.class)
            .list();
    if (!numbers.isEmpty()) {
      STARTED.write(rows, numbers);
    }
    return numbers;
  }

  /** An operator mended what kept it from beginning. */
  public void startAgain(String number) {
    atHand.forget(List.of(number));
    jdbc.sql("UPDATE orders SET started = FALSE WHERE number = :number AND ended_at IS NULL")
        .param("number", number)
        .update();
  }

  /** Its seller corrected it beside us. */
  void changed(String number) {
    atHand.forget(List.of(number));
  }

  /** A clerk or the seller described the goods better. */
  public void describe(String number, int position, String description, String hsCode) {
    OrderLine before = get(number).lines().get(position);
    jdbc.sql(
            "UPDATE order_line SET description = :description, hs_code = :hsCode "
                + "WHERE order_number = :number AND position = :position")
        .param("description", description)
        .param("hsCode", hsCode)
        .param("number", number)
        .param("position", position)
        .update();
    atHand.forget(List.of(number));
    events.publishEvent(
        new GoodsDescribed(
            number, position, before.description(), description, before.hsCode(), hsCode));
  }

  /**
   * Its parcels were weighed again. What differs from what the seller told is given to the first.
   *
   * @param grossWeightKg of all together
   * @throws IllegalArgumentException if the others alone weigh as much
   */
  public void weigh(String number, BigDecimal grossWeightKg) {
    Order order = get(number);
    BigDecimal first =
        order.parcels().get(0).grossWeightKg().add(grossWeightKg).subtract(order.grossWeightKg());
    if (first.signum() <= 0) {
      throw new IllegalArgumentException(
          "Order %s: %s kg is less than its other parcels weigh; weigh all of them together"
              .formatted(number, grossWeightKg.toPlainString()));
    }
    jdbc.sql(
            "UPDATE order_parcel SET gross_weight_kg = :weight WHERE order_number = :number AND"
                + " position = 0")
        .param("weight", first)
        .param("number", number)
        .update();
    atHand.forget(List.of(number));
  }
}
