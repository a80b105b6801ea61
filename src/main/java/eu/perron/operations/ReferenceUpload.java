package eu.perron.operations;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.reference.ListVersion;
import eu.perron.reference.ReferenceLists;
import eu.perron.reference.UnreadableReference;
import jakarta.servlet.http.HttpServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a list that others publish. */
class ReferenceUpload extends FileUpload {
  private static final long serialVersionUID = 1;
  private final transient ReferenceLists lists;
  private final transient Audit audit;
  private final transient TransactionTemplate transaction;

  private ReferenceUpload(
      ReferenceLists lists, Audit audit, PlatformTransactionManager transactions) {
    super(ReferencePage.ADDRESS);
    this.lists = lists;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration {
    @Bean
    ServletRegistrationBean<HttpServlet> referenceUpload(
        ReferenceLists lists, Audit audit, PlatformTransactionManager transactions) {
      return new ReferenceUpload(lists, audit, transactions).registered("referenceUpload");
    }
  }

  @Override
  protected String take(byte[] file, String name, String who) {
    try {
      ListVersion list =
          transaction.execute(
              running -> {
                ListVersion taken = lists.take(file, name, who);
                audit.record(ReferencePage.entry(Act.LIST_TAKEN, taken));
                return taken;
              });
      return ReferencePage.ADDRESS + "/" + list.version();
    } catch (UnreadableReference refused) {
      throw new NotTaken(refused);
    }
  }
}
