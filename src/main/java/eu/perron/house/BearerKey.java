package eu.perron.house;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** A seller's key in the manner of RFC 6750. A wrong key is refused even where none is needed. */
final class BearerKey extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;
  private final AuthenticationEntryPoint refusal;

  BearerKey(ApiKeys keys, AuthenticationEntryPoint refusal) {
    this.keys = keys;
    this.refusal = refusal;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization == null) {
      chain.doFilter(request, response);
      return;
    }
    Optional<String> seller =
        authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? keys.ownerOf(authorization.substring(BEARER.length()).strip())
            : Optional.empty();
    if (seller.isEmpty()) {
      refusal.commence(request, response, new BadCredentialsException("No such API key"));
      return;
    }
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            seller.get(), null, AuthorityUtils.createAuthorityList("ROLE_SELLER")));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }
}
