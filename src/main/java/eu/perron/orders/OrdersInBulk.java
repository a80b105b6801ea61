package eu.perron.orders;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.jdbc.core.convert.EntityRowMapper;
import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.convert.JdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads many orders by three statements, where Spring Data asks for the lines and the parcels of
 * each; the rows are made into orders by Spring Data all the same.
 */
@Component
class OrdersInBulk {
  private static final String OF_THESE = " WHERE order_number IN (:numbers) ORDER BY position";
  private final NamedParameterJdbcTemplate jdbc;
  private final RowMapper<Order> order;
  private final RowMapper<OrderLine> line;
  private final RowMapper<Parcel> parcel;

  /** Lines and parcels that were read, while their orders are; by property and order. */
  private final ThreadLocal<Map<String, Map<String, List<Object>>>> laidOut = new ThreadLocal<>();

  OrdersInBulk(
      NamedParameterJdbcTemplate jdbc,
      JdbcMappingContext mapping,
      JdbcCustomConversions conversions,
      JdbcConverter converter) {
    this.jdbc = jdbc;
    // One for all readings: each converter generates classes of its own for what it makes.
    JdbcConverter withParts =
        new MappingJdbcConverter(
            mapping, this::partsOf, conversions, JdbcTypeFactory.unsupported());
    this.order = new EntityRowMapper<>(entity(mapping, Order.class), withParts);
    this.line = new EntityRowMapper<>(entity(mapping, OrderLine.class), converter);
    this.parcel = new EntityRowMapper<>(entity(mapping, Parcel.class), converter);
  }

  List<Order> read(Collection<String> numbers) {
    Map<String, Collection<String>> these = Map.of("numbers", numbers);
    laidOut.set(
        Map.of(
            "lines", parts("SELECT * FROM order_line" + OF_THESE, these, line),
            "parcels", parts("SELECT * FROM order_parcel" + OF_THESE, these, parcel)));
    try {
      return jdbc.query("SELECT * FROM orders WHERE number IN (:numbers)", these, order);
    } finally {
      laidOut.remove();
    }
  }

  /** By the number of their order. */
  private Map<String, List<Object>> parts(
      String sql, Map<String, Collection<String>> these, RowMapper<?> mapper) {
    Map<String, List<Object>> parts = new HashMap<>();
    jdbc.query(
        sql,
        these,
        (ResultSet row) -> {
          parts
              .computeIfAbsent(row.getString("order_number"), number -> new ArrayList<>())
              .add(mapper.mapRow(row, 0));
        });
    return parts;
  }

  private List<Object> partsOf(
      Identifier order, PersistentPropertyPath<? extends RelationalPersistentProperty> path) {
    String number = (String) order.toMap().values().iterator().next();
    return laidOut.get().get(path.getLeafProperty().getName()).getOrDefault(number, List.of());
  }

  @SuppressWarnings("unchecked")
  private static <T> RelationalPersistentEntity<T> entity(
      JdbcMappingContext mapping, Class<T> type) {
    return (RelationalPersistentEntity<T>) mapping.getRequiredPersistentEntity(type);
  }
}
