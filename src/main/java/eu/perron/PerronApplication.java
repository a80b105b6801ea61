package eu.perron;

import eu.perron.audit.VerifyAudit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * One node of Perron. Several nodes on one database share the work; none needs to know the others.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PerronApplication {
  public static void main(String[] arguments) {
    if (VerifyAudit.isAsked(arguments)) {
      System.exit(VerifyAudit.run(System.out, arguments));
    }
    SpringApplication.run(PerronApplication.class, arguments);
  }
}
