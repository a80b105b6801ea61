package eu.perron.delivery;

import eu.perron.delivery.DeliveryRows.ParcelRow;
import eu.perron.exchange.Partner;
import eu.perron.house.AtHand;
import eu.perron.house.Seal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deliveries that the running transaction locks, their parcels, and what carriers saw of them. Many
 * that are about to be locked are read together; whoever changes one says so here.
 */
@Component
class LockedDeliveries {
  private final AtHand<String, Held> atHand = new AtHand<>(held -> held.delivery().orderNumber());
  private final AtHand<Carried, Numbered> numbered = new AtHand<>(Numbered::as);
  private final JdbcClient jdbc;
  private final Seal seal;

  LockedDeliveries(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /** The running transaction is going to lock these: all of them by one statement. */
  void layOut(Collection<String> orderNumbers) {
    atHand.layOut(
        orderNumbers,
        missing -> {
          List<DeliveryRow> locked =
              jdbc.sql(
                      "SELECT * FROM delivery FORCE INDEX (PRIMARY) WHERE order_number IN (:orders)"
                          + " ORDER BY order_number FOR UPDATE")
                  .param("orders", missing)
                  .query((row, n) -> DeliveryRow.read(row, seal))
                  .list();
          Map<String, List<ParcelRow>> parcels = parcelsOf(missing);
          Map<String, Map<String, List<Standing.Sign>>> signs = signsOf(missing);
          return locked.stream()
              .map(
                  delivery ->
                      new Held(
                          delivery,
                          parcels.getOrDefault(delivery.orderNumber(), List.of()),
                          signs.getOrDefault(delivery.orderNumber(), Map.of())))
              .toList();
        });
  }

  /** The same for the deliveries of parcels that a carrier tells about. */
  void layOut(Partner carrier, Collection<String> barcodes) {
    List<Carried> meant =
        barcodes.stream().distinct().map(barcode -> new Carried(carrier, barcode)).toList();
    numbered.layOut(
        meant,
        missing ->
            jdbc
                .sql(
                    "SELECT parcel_number, order_number, barcode FROM delivery_parcel "
                        + "WHERE barcode IN (:barcodes) AND carrier = :carrier")
                .param("barcodes", missing.stream().map(Carried::barcode).toList())
                .param("carrier", carrier.name())
                .query(ParcelRow.class)
                .stream()
                .map(parcel -> new Numbered(new Carried(carrier, parcel.barcode()), parcel))
                .toList());
    layOut(
        meant.stream()
            .flatMap(one -> numbered.look(one).stream())
            .map(one -> one.parcel().orderNumber())
            .toList());
  }

  Optional<DeliveryRow> lock(String orderNumber) {
    return atHand
        .look(orderNumber)
        .map(Held::delivery)
        .or(
            () ->
                jdbc.sql("SELECT * FROM delivery WHERE order_number = :order FOR UPDATE")
                    .param("order", orderNumber)
                    .query((row, n) -> DeliveryRow.read(row, seal))
                    .optional());
  }

  Optional<ParcelRow> findParcel(Partner carrier, String barcode) {
    return numbered
        .look(new Carried(carrier, barcode))
        .map(Numbered::parcel)
        .or(() -> readParcel(carrier, barcode));
  }

  private Optional<ParcelRow> readParcel(Partner carrier, String barcode) {
    return jdbc.sql(
            "SELECT parcel_number, order_number, barcode FROM delivery_parcel "
                + "WHERE barcode = :barcode AND carrier = :carrier")
        .param("barcode", barcode)
        .param("carrier", carrier.name())
        .query(ParcelRow.class)
        .optional();
  }

  List<ParcelRow> parcels(String orderNumber) {
    return atHand
        .look(orderNumber)
        .map(Held::parcels)
        .orElseGet(() -> parcelsOf(List.of(orderNumber)).getOrDefault(orderNumber, List.of()));
  }

  private Map<String, List<ParcelRow>> parcelsOf(Collection<String> orderNumbers) {
    return jdbc
        .sql(
            "SELECT parcel_number, order_number, barcode FROM delivery_parcel "
                + "WHERE order_number IN (:orders) ORDER BY parcel_number")
        .param("orders", orderNumbers)
        .query(ParcelRow.class)
        .stream()
        .collect(Collectors.groupingBy(ParcelRow::orderNumber));
  }

  /** What carriers said of the parcels of an order, by parcel number. */
  Map<String, List<Standing.Sign>> signs(String orderNumber) {
    return atHand
        .look(orderNumber)
        .map(Held::signs)
        .orElseGet(() -> signsOf(List.of(orderNumber)).getOrDefault(orderNumber, Map.of()));
  }

  private Map<String, Map<String, List<Standing.Sign>>> signsOf(Collection<String> orderNumbers) {
    record Said(String order, String parcel, Standing.Sign sign) {}
    return jdbc
        .sql(
            "SELECT order_number, parcel_number, happened_at, state FROM delivery_event "
                + "WHERE order_number IN (:orders) AND state IS NOT NULL")
        .param("orders", orderNumbers)
        .query(
            (rows, n) ->
                new Said(
                    rows.getString("order_number"),
                    rows.getString("parcel_number"),
                    new Standing.Sign(
                        DeliveryRows.instant(rows, "happened_at"),
                        DeliveryState.valueOf(rows.getString("state")))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Said::order,
                Collectors.groupingBy(
                    Said::parcel, Collectors.mapping(Said::sign, Collectors.toList()))));
  }

  void became(String orderNumber, DeliveryState state, Told told) {
    atHand.replace(orderNumber, held -> held.become(state, told));
  }

  void numbered(ParcelRow parcel, String barcode) {
    atHand.replace(parcel.orderNumber(), held -> held.numbered(parcel.parcelNumber(), barcode));
  }

  void saw(ParcelRow parcel, Standing.Sign sign) {
    atHand.replace(parcel.orderNumber(), held -> held.saw(parcel.parcelNumber(), sign));
  }

  /** Otherwise than by the above: it is read again. */
  void changed(String orderNumber) {
    atHand.forget(List.of(orderNumber));
  }

  private record Carried(Partner carrier, String barcode) {}

  private record Numbered(Carried as, ParcelRow parcel) {}

  /**
   * @param signs by parcel number
   */
  private record Held(
      DeliveryRow delivery, List<ParcelRow> parcels, Map<String, List<Standing.Sign>> signs) {
    Held become(DeliveryState state, Told told) {
      return new Held(delivery.become(state, told), parcels, signs);
    }

    Held numbered(String parcelNumber, String barcode) {
      return new Held(
          delivery,
          parcels.stream()
              .map(
                  parcel ->
                      parcel.parcelNumber().equals(parcelNumber)
                          ? new ParcelRow(parcelNumber, parcel.orderNumber(), barcode)
                          : parcel)
              .toList(),
          signs);
    }

    Held saw(String parcelNumber, Standing.Sign sign) {
      Map<String, List<Standing.Sign>> more = new HashMap<>(signs);
      more.merge(parcelNumber, List.of(sign), Held::both);
      return new Held(delivery, parcels, more);
    }

    private static List<Standing.Sign> both(List<Standing.Sign> some, List<Standing.Sign> others) {
      return Stream.concat(some.stream(), others.stream()).toList();
    }
  }
}
