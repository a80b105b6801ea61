package eu.perron.operations;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.operations.FileUpload.Taken;
import eu.perron.reference.ReferenceLists;
import eu.perron.reference.UnreadableReference;
import eu.perron.sanctions.SanctionsLists;
import eu.perron.sanctions.UnreadableList;
import jakarta.servlet.http.HttpServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Where files are handed in. */
@Configuration(proxyBeanMethods = false)
class FileUploads {
  @Bean
  ServletRegistrationBean<HttpServlet> sanctionsUpload(
      SanctionsLists lists, Audit audit, PlatformTransactionManager transactions) {
    return new FileUpload(
            SanctionsPage.ADDRESS,
            (file, name, who) -> {
              var list = lists.take(file, name, who);
              return new Taken(list.version(), SanctionsPage.entry(Act.LIST_TAKEN, list));
            },
            UnreadableList.class,
            audit,
            transactions)
        .registered("sanctionsUpload");
  }

  @Bean
  ServletRegistrationBean<HttpServlet> referenceUpload(
      ReferenceLists lists, Audit audit, PlatformTransactionManager transactions) {
    return new FileUpload(
            ReferencePage.ADDRESS,
            (file, name, who) -> {
              var list = lists.take(file, name, who);
              return new Taken(list.version(), ReferencePage.entry(Act.LIST_TAKEN, list));
            },
            UnreadableReference.class,
            audit,
            transactions)
        .registered("referenceUpload");
  }
}
