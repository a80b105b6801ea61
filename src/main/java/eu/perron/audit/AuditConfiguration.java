package eu.perron.audit;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
  @Bean
  Verification verification(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      AuditSettings settings,
      AuditKey key) {
    return new Verification(jdbc, transactions, settings.anchors(), Optional.of(key));
  }
}
