package eu.perron.orders;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface OrderRepository extends Repository<Order, String> {
  Optional<Order> findById(String number);

  Optional<Order> findBySellerIdAndReference(String sellerId, String reference);

  List<Order> findAllById(Iterable<String> numbers);
}
