package eu.perron.tracking;

import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class OurNumbers implements NumberOnParcel {
  private final Orders orders;

  OurNumbers(Orders orders) {
    this.orders = orders;
  }

  @Override
  public Optional<String> orderOf(String number) {
    return switch (number.length()) {
      case 12 -> orders.find(number).map(Order::number);
      case 14 -> orders.numberOfParcel(number);
      default -> Optional.empty();
    };
  }
}
