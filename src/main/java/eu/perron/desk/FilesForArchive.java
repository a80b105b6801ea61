package eu.perron.desk;

import eu.perron.archive.Keepsake;
import eu.perron.archive.Kind;
import eu.perron.orders.Orders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk's files of an order and of a consignment, kept for the archive. */
@Configuration(proxyBeanMethods = false)
class FilesForArchive {
  static final String FILE = "desk-file";

  @Bean
  Keepsake deskFileOfOrder(Panels panels, Orders orders) {
    return keepsake(Kind.ORDER, number -> panels.fileOf(orders.get(number), OrderPage.OUTERMOST));
  }

  @Bean
  Keepsake deskFileOfConsignment(Panels panels) {
    return keepsake(Kind.CONSIGNMENT, panels::fileOf);
  }

  private interface File {
    Object of(String number);
  }

  private static Keepsake keepsake(Kind kind, File file) {
    return new Keepsake() {
      @Override
      public Kind kind() {
        return kind;
      }

      @Override
      public String name() {
        return FILE;
      }

      @Override
      public Object of(String number) {
        return file.of(number);
      }
    };
  }
}
