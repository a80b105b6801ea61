package eu.perron.orders;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface OrderRepository extends Repository<Order, String> {
  Optional<Order> findById(String number);

  Optional<Order> findBySellerIdAndReference(String sellerId, String reference);

  Optional<Order> findBySellerIdAndNumber(String sellerId, String number);

  List<Order> findAllBySellerIdAndReferenceIn(String sellerId, Collection<String> references);
}
