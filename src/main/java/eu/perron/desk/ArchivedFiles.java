package eu.perron.desk;

import eu.perron.archive.Archive;
import eu.perron.archive.Archive.Archived;
import eu.perron.archive.Kind;
import eu.perron.archive.Role;
import eu.perron.orders.ArchivedOrder;
import eu.perron.orders.ArchivedOrders;
import eu.perron.tracking.Numbers;
import eu.perron.tracking.OrderViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The desk's files of what left for the archive: to be read, and nothing else. */
@Component
class ArchivedFiles {
  private static final int MOST = 200;
  private final Archive archive;
  private final ArchivedOrders orders;
  private final Numbers numbers;
  private final OrderViews views;
  private final Panels panels;

  ArchivedFiles(
      Archive archive, ArchivedOrders orders, Numbers numbers, OrderViews views, Panels panels) {
    this.views = views;
    this.archive = archive;
    this.orders = orders;
    this.numbers = numbers;
    this.panels = panels;
  }

  /**
   * @return false if no such order lies in the archive
   */
  boolean showOrder(String number, Model model) {
    Optional<Archived> archived = archive.find(number).filter(one -> one.kind() == Kind.ORDER);
    archived.ifPresent(
        one -> {
          model.addAttribute("archived", one);
          archive
              .page(number, FilesForArchive.FILE, FiledOrder.class)
              .ifPresentOrElse(
                  filed -> panels.show(filed, views.find(number).orElseThrow(), model),
                  () -> model.addAttribute("remains", orders.find(number).orElse(null)));
        });
    return archived.isPresent();
  }

  boolean showConsignment(String number, Model model) {
    Optional<FiledConsignment> filed =
        archive
            .find(number)
            .flatMap(one -> archive.page(number, FilesForArchive.FILE, FiledConsignment.class));
    filed.ifPresent(
        found -> {
          model.addAttribute("archived", archive.find(number).orElseThrow());
          panels.show(found.with(housesOf(number, found.houses())), model);
        });
    return filed.isPresent();
  }

  /** Also those aboard whose orders lie here, as far as anything is kept of them. */
  List<ConsignmentFile.House> housesOf(String number, List<ConsignmentFile.House> hot) {
    List<ConsignmentFile.House> all = new ArrayList<>(hot);
    archive.ownersOf(number, Role.PART).stream()
        .limit(Math.max(0, MOST - hot.size()))
        .flatMap(order -> archive.page(order, FilesForArchive.FILE, FiledOrder.class).stream())
        .map(ArchivedFiles::house)
        .forEach(all::add);
    return all;
  }

  private static ConsignmentFile.House house(FiledOrder filed) {
    return new ConsignmentFile.House(
        filed.order().number(),
        filed.order().goods(),
        filed.order().parcels().size(),
        filed.order().grossWeightKg(),
        filed.flight() == null ? filed.order().status().name() : filed.flight().houseState(),
        null,
        null);
  }

  /** Of this number, or the last one that flew under this air waybill. */
  Optional<String> consignment(String typed) {
    return numbers.inArchive(typed).stream()
        .filter(
            number ->
                archive.find(number).filter(one -> one.kind() == Kind.CONSIGNMENT).isPresent())
        .findFirst();
  }

  /** By the same numbers as an order that is still here. */
  List<OrderSearch.Hit> find(String typed) {
    return numbers.inArchive(typed).stream()
        .map(orders::find)
        .flatMap(Optional::stream)
        .limit(OrderSearch.MOST)
        .map(this::hit)
        .toList();
  }

  private OrderSearch.Hit hit(ArchivedOrder order) {
    return new OrderSearch.Hit(
        order.number(),
        order.reference(),
        order.sellerId(),
        archive
            .page(order.number(), FilesForArchive.FILE, FiledOrder.class)
            .map(filed -> filed.order().consignee().name())
            .orElse(""),
        order.stage().name(),
        order.status().name(),
        order.goodsValue(),
        order.currency());
  }
}
