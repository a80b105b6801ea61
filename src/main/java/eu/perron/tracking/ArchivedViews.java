package eu.perron.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.perron.archive.Archive;
import eu.perron.house.PublicAddress;
import eu.perron.orders.ArchivedOrder;
import eu.perron.orders.ArchivedOrders;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was known of an order when it left for the archive. */
@Component
class ArchivedViews {
  static final String VIEW = "order-view";
  private final Archive archive;
  private final ArchivedOrders orders;
  private final PublicAddress address;
  private final ObjectMapper json;

  ArchivedViews(Archive archive, ArchivedOrders orders, PublicAddress address, ObjectMapper json) {
    this.archive = archive;
    this.orders = orders;
    this.address = address;
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  Optional<OrderView> find(String orderNumber) {
    return archive.page(orderNumber, VIEW, ObjectNode.class).map(this::read);
  }

  Optional<OrderView> findOf(String sellerId, String orderNumber) {
    return orders.findOf(sellerId, orderNumber).flatMap(order -> find(orderNumber));
  }

  /** Empty unless the archive held it and had to let its persons go. */
  Optional<ArchivedOrder> erasedOf(String sellerId, String orderNumber) {
    return orders.findOf(sellerId, orderNumber).filter(order -> order.erasedAt() != null);
  }

  /** We may have moved since. */
  private OrderView read(ObjectNode kept) {
    kept.put("trackingUrl", address.tracking(kept.path("orderNumber").asText()));
    try {
      return json.treeToValue(kept, OrderView.class);
    } catch (JsonProcessingException changed) {
      throw new IllegalStateException("An archived order no longer reads", changed);
    }
  }
}
