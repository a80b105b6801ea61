package eu.perron.audit;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** For tools: GET tells the last verification, POST verifies now and answers what was found. */
@Component
@Endpoint(id = "audit")
class AuditEndpoint {
  private final AuditChecks checks;

  AuditEndpoint(AuditChecks checks) {
    this.checks = checks;
  }

  @ReadOperation
  Map<String, Object> last() {
    return checks
        .last()
        .map(last -> answer(last.isWhole(), last.words(), "verifiedAt", last.verifiedAt() + "Z"))
        .orElse(Map.of());
  }

  @WriteOperation
  Map<String, Object> verify() {
    Report report = checks.check(SecurityContextHolder.getContext().getAuthentication().getName());
    return answer(report.isWhole(), report.text(), "head", report.head());
  }

  private static Map<String, Object> answer(
      boolean whole, String found, String name, String value) {
    return Map.of("whole", whole, "found", found, name, value);
  }
}
