package eu.perron.operations;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.sanctions.ListVersion;
import eu.perron.sanctions.SanctionsLists;
import eu.perron.sanctions.UnreadableList;
import jakarta.servlet.http.HttpServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a sanctions list. */
class SanctionsUpload extends FileUpload {
  private static final long serialVersionUID = 1;
  private final transient SanctionsLists lists;
  private final transient Audit audit;
  private final transient TransactionTemplate transaction;

  private SanctionsUpload(
      SanctionsLists lists, Audit audit, PlatformTransactionManager transactions) {
    super(SanctionsPage.ADDRESS);
    this.lists = lists;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration {
    @Bean
    ServletRegistrationBean<HttpServlet> sanctionsUpload(
        SanctionsLists lists, Audit audit, PlatformTransactionManager transactions) {
      return new SanctionsUpload(lists, audit, transactions).registered("sanctionsUpload");
    }
  }

  @Override
  protected String take(byte[] file, String name, String who) {
    try {
      ListVersion list =
          transaction.execute(
              running -> {
                ListVersion taken = lists.take(file, name, who);
                audit.record(SanctionsPage.entry(Act.LIST_TAKEN, taken));
                return taken;
              });
      return SanctionsPage.ADDRESS + "/" + list.version();
    } catch (UnreadableList refused) {
      throw new NotTaken(refused);
    }
  }
}
