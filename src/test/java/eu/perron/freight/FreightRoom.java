package eu.perron.freight;

import eu.perron.house.PerronSettings;
import eu.perron.orders.Delivery;
import eu.perron.orders.DeliveryService;
import eu.perron.orders.Incoterm;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Orders;
import eu.perron.orders.Parcel;
import eu.perron.orders.Party;
import eu.perron.orders.SaleKind;
import eu.perron.orders.Stage;
import eu.perron.orders.Status;
import eu.perron.orders.VatScheme;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jdbc.JdbcRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room alone with a real database, the orders it reads and the outbox it writes to. */
@TestComponent // or every test of the whole program would take its repositories from here
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PerronSettings.class)
@ConfigurationPropertiesScan("eu.perron.audit")
@ImportAutoConfiguration({
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  JdbcRepositoriesAutoConfiguration.class
})
@ComponentScan(basePackages = "eu.perron.freight")
@ComponentScan(
    basePackages = {"eu.perron.house", "eu.perron.audit", "eu.perron.exchange", "eu.perron.orders"},
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                "eu\\.perron\\.(house\\.(DatabaseConfiguration|Seal|SealedColumns)|audit\\.(Audit|AuditKey)|exchange\\.Outbox"
                    + "|orders\\.(Orders|OrdersInBulk|OrderWords|Parties))"))
@EnableJdbcRepositories(basePackageClasses = Orders.class, considerNestedRepositories = true)
class FreightRoom {
  @Bean
  MovableClock clock() {
    return new MovableClock();
  }

  @Bean
  Heard heard() {
    return new Heard();
  }

  @Bean
  Placed placed(JdbcAggregateTemplate aggregates, JdbcClient jdbc, Clock clock) {
    return new Placed(aggregates, jdbc, clock);
  }

  static final class MovableClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-22T14:30:00Z");

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** What the room told the house. */
  static final class Heard {
    private final Queue<Object> events = new ConcurrentLinkedQueue<>();

    @EventListener
    void on(PayloadApplicationEvent<?> event) {
      if (event.getPayload().getClass().getName().startsWith("eu.perron")) {
        events.add(event.getPayload());
      }
    }

    <T> List<T> all(Class<T> type) {
      return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    void forget() {
      events.clear();
    }
  }

  /** Orders as sellers place them. */
  static final class Placed {
    private final JdbcAggregateTemplate aggregates;
    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();

    /** The database outlives a run; its story does not. */
    Placed(JdbcAggregateTemplate aggregates, JdbcClient jdbc, Clock clock) {
      this.aggregates = aggregates;
      this.clock = clock;
      List.of(
              "freight_house",
              "air_consignment",
              "air_booking",
              "air_status",
              "air_milestone",
              "exchange_letter",
              "order_parcel",
              "order_line",
              "orders")
          .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
    }

    String order(String description) {
      return order("CN-BE", description, null);
    }

    String order(String lane, String description, String dangerousGoods) {
      String number = "P26%09d".formatted(count.incrementAndGet());
      Party consignor =
          new Party(
              "Hangzhou Xihu Trading Co.",
              "Wensan Road 18",
              "Hangzhou",
              "310012",
              "CN",
              null,
              null,
              null);
      Party consignee =
          new Party("A. Peeters", "Korenmarkt 1", "Gent", "9000", "BE", null, null, null);
      aggregates.insert(
          new Order(
              number,
              "demo",
              number,
              "0".repeat(64),
              clock.instant(),
              clock.instant(),
              VatScheme.IOSS,
              "IM0560000010",
              Incoterm.DDP,
              SaleKind.B2C,
              "EUR",
              BigDecimal.ONE,
              BigDecimal.ZERO,
              consignor,
              consignee,
              null,
              new Delivery(DeliveryService.HOME, null, null),
              lane,
              Stage.AIR_FREIGHT,
              Status.IN_PROGRESS,
              true,
              null,
              List.of(
                  new OrderLine(
                      "SKU",
                      description,
                      "610910",
                      "CN",
                      2,
                      BigDecimal.TEN,
                      new BigDecimal("0.180"),
                      null,
                      "MPN",
                      dangerousGoods)),
              List.of(new Parcel(number + "01", new BigDecimal("0.640"), 30, 20, 10))));
      return number;
    }
  }
}
