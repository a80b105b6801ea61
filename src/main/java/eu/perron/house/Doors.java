package eu.perron.house;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Which door asks for what: partners, sellers, operators' tools, people. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Doors {
  /** Diagrams and forms set styles from script; nothing else may come from outside or be inline. */
  private static final String CONTENT_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
          + "font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
          + "frame-ancestors 'none'";

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }

  @Bean
  @Order(1)
  SecurityFilterChain partnersDoor(HttpSecurity http, PartnerPassword password, ObjectMapper json)
      throws Exception {
    Refusal401 refusal =
        Refusal401.toUsers(json, "A partner knocks with its id as user name and its password.");
    return stateless(http)
        .securityMatcher("/connect/**", "/connectors/**")
        .authenticationManager(partners(password))
        .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(refusal)
                    .accessDeniedHandler(
                        (request, response, denied) -> refusal.commence(request, response, null)))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/connect/{partner}/**", "/connectors/{partner}/**")
                    .access(itsOwnDoor())
                    .anyRequest()
                    .authenticated())
        .build();
  }

  /**
   * A simulated partner asks for the credentials that the real one would, and checks them itself.
   */
  @Bean
  @Order(1)
  SecurityFilterChain simulatedPartners(HttpSecurity http) throws Exception {
    return stateless(http)
        .securityMatcher("/simulators/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain sellersDoor(
      HttpSecurity http, ObjectProvider<ApiKeys> keys, ObjectMapper json) throws Exception {
    Refusal401 refusal = Refusal401.toSellers(json);
    ApiKeys known = keys.getIfAvailable(() -> key -> Optional.empty());
    return stateless(http)
        .securityMatcher("/api/**")
        .addFilterAt(new BearerKey(known, refusal), BasicAuthenticationFilter.class)
        .exceptionHandling(handling -> handling.authenticationEntryPoint(refusal))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        HttpMethod.GET, "/api/v1/tracking/**", "/api/v1/identifiers/**")
                    .permitAll()
                    .requestMatchers("/api/v1/**")
                    .hasRole("SELLER")
                    .anyRequest()
                    .permitAll())
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain operatorsTools(HttpSecurity http, ObjectMapper json) throws Exception {
    Refusal401 refusal = Refusal401.toUsers(json, "This is for an operator's account.");
    return stateless(http)
        .securityMatcher("/actuator/**")
        .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(refusal))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health/**")
                    .permitAll()
                    .anyRequest()
                    .hasRole("OPERATOR"))
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain peoplesDoor(HttpSecurity http) throws Exception {
    return http.headers(Doors::guarded)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/", "/track/**", "/login", "/error", "/problems/**")
                    .permitAll()
                    .requestMatchers(
                        "/webjars/**", "/islands/**", "/css/**", "/js/**", "/images/**")
                    .permitAll()
                    .requestMatchers(
                        "/fonts/**", "/icons/**", "/static/**", "/favicon.*", "/robots.txt")
                    .permitAll()
                    .requestMatchers("/swagger-ui/**", "/*.css", "/*.js", "/*.svg")
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.GET,
                        "/studio/processes/*/diagram.bpmn",
                        "/studio/decisions/*/table.dmn")
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.GET,
                        "/home/**",
                        "/flow/*/counts",
                        "/flow/*/partners",
                        "/element-templates.json")
                    .permitAll()
                    .requestMatchers("/demo/orders/**")
                    .permitAll()
                    .requestMatchers("/desk/**")
                    .hasAnyRole("CLERK", "HUB", "OPERATOR", "OWNER")
                    .requestMatchers("/studio/**")
                    .hasAnyRole("OWNER", "OPERATOR")
                    .requestMatchers(
                        HttpMethod.GET, "/operations/messages", "/operations/messages/*")
                    .hasAnyRole("CLERK", "HUB", "OPERATOR", "OWNER")
                    .requestMatchers(HttpMethod.GET, "/operations/sanctions/**")
                    .hasAnyRole("CLERK", "OPERATOR", "AUDITOR")
                    .requestMatchers(
                        "/operations/sanctions/check", "/operations/sanctions/cleared/**")
                    .hasAnyRole("CLERK", "OPERATOR")
                    .requestMatchers("/operations/audit/**")
                    .hasAnyRole("OPERATOR", "AUDITOR")
                    .requestMatchers("/operations/**")
                    .hasRole("OPERATOR")
                    .anyRequest()
                    .authenticated())
        .formLogin(form -> form.loginPage("/login").permitAll())
        .logout(logout -> logout.logoutSuccessUrl("/login?logout").permitAll())
        .build();
  }

  private static HttpSecurity stateless(HttpSecurity http) throws Exception {
    return http.headers(Doors::guarded)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  private static void guarded(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .contentTypeOptions(Customizer.withDefaults())
        .withObjectPostProcessor(new HeadersFirst());
  }

  /**
   * Headers are written before the request goes in. Camel answers from a thread of its own; written
   * afterwards they would race with its answer, and Tomcat's header list breaks.
   */
  private static final class HeadersFirst implements ObjectPostProcessor<HeaderWriterFilter> {
    @Override
    public <F extends HeaderWriterFilter> F postProcess(F filter) {
      filter.setShouldWriteHeadersEagerly(true);
      return filter;
    }
  }

  private static AuthenticationManager partners(PartnerPassword password) {
    return attempt -> {
      if (!password.matches(String.valueOf(attempt.getCredentials()))) {
        throw new BadCredentialsException("Wrong partner password");
      }
      return UsernamePasswordAuthenticationToken.authenticated(
          attempt.getName(), null, AuthorityUtils.createAuthorityList("ROLE_PARTNER"));
    };
  }

  /** A partner speaks for itself only. */
  private static AuthorizationManager<RequestAuthorizationContext> itsOwnDoor() {
    return (who, door) ->
        new AuthorizationDecision(
            who.get().isAuthenticated()
                && who.get().getName().equals(door.getVariables().get("partner")));
  }
}
