package eu.perron;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.xpath;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The frame and the fragments as a page uses them, rendered by the real template engine behind real
 * security.
 */
@SpringBootTest(classes = LayoutTest.Frame.class)
@AutoConfigureMockMvc
class LayoutTest {
  @Autowired private MockMvc mvc;

  @Test
  void thePageStandsInTheFrameWithItsSectionMarked() throws Exception {
    mvc.perform(get("/sample"))
        .andExpect(xpath("/html/head/title").string("Sample · Perron"))
        .andExpect(xpath("//nav//a[@aria-current='page']").nodeCount(1))
        .andExpect(xpath("//nav//a[@aria-current='page']/@href").string("/desk"))
        .andExpect(xpath("//*[@id='content']/@class").string("page wide"))
        .andExpect(xpath("//*[@id='content']/main//h1").string("Sample"))
        .andExpect(xpath("//a[@class='skip-link']/@href").string("#content"));
  }

  @Test
  void aVisitorIsOfferedTheLogin() throws Exception {
    mvc.perform(get("/sample"))
        .andExpect(xpath("//a[@href='/login']").string("Log in"))
        .andExpect(xpath("//form[@action='/logout']").nodeCount(0));
  }

  @Test
  void aClerkReadsTheirNameAndLogsOutByAProtectedForm() throws Exception {
    mvc.perform(get("/sample").with(user("clerk")))
        .andExpect(xpath("//*[@class='user-name']").string("clerk"))
        .andExpect(xpath("//form[@action='/logout']/@method").string("post"))
        .andExpect(xpath("//form[@action='/logout']/input[@name='_csrf']/@value").exists())
        .andExpect(xpath("//meta[@name='_csrf']/@content").exists())
        .andExpect(xpath("//meta[@name='_csrf_header']/@content").string("X-CSRF-TOKEN"))
        .andExpect(xpath("//a[@href='/login']").nodeCount(0));
  }

  @Test
  void theFrameSpeaksTheVisitorsLanguageAndEnglishOtherwise() throws Exception {
    mvc.perform(get("/sample").header("Accept-Language", "nl-BE"))
        .andExpect(xpath("/html/@lang").string("nl"))
        .andExpect(content().string(containsString("Wacht op een medewerker")));
    mvc.perform(get("/sample").header("Accept-Language", "zh-CN"))
        .andExpect(xpath("/html/@lang").string("zh"))
        .andExpect(content().string(containsString("等待人工处理")));
    mvc.perform(get("/sample").header("Accept-Language", "fi"))
        .andExpect(xpath("/html/@lang").string("en"))
        .andExpect(content().string(containsString("Waiting for a clerk")));
  }

  @Test
  void badgesAndTimelineTellTheirStateInWords() throws Exception {
    mvc.perform(get("/sample"))
        .andExpect(xpath("//span[@class='badge soon']").string("Waiting for a clerk"))
        .andExpect(
            xpath("//span[@class='badge late']/time/@datetime").string("2026-11-22T10:00:00Z"))
        .andExpect(content().string(containsString("Air freight")))
        .andExpect(xpath("//ol[@class='timeline']/li").nodeCount(3))
        .andExpect(xpath("//ol[@class='timeline']/li[contains(@class, 'planned')]").nodeCount(1))
        .andExpect(xpath("//ol[@class='timeline']/li[contains(@class, 'late')]").nodeCount(1))
        .andExpect(content().string(containsString("Arrived")));
  }

  @Test
  void nothingIsWrittenInlineThatTheContentSecurityPolicyWouldRefuse() throws Exception {
    mvc.perform(get("/sample"))
        .andExpect(xpath("//script[not(@src)]").nodeCount(0))
        .andExpect(content().string(not(containsString("onclick"))))
        .andExpect(content().string(not(containsString("??"))));
  }

  record Entry(String code, Instant at, String place, String level, String source, String kind) {}

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityAutoConfiguration.class
  })
  static class Frame {
    @Bean
    SecurityFilterChain everyoneMayLook(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }

    @Bean
    SamplePage samplePage() {
      return new SamplePage();
    }
  }

  @Controller
  static class SamplePage {
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

    @GetMapping("/sample")
    String sample(Model model) {
      model.addAttribute("due", TEN);
      model.addAttribute(
          "entries",
          List.of(
              new Entry("ARR", TEN, "LGG", "MASTER", "airline", "PLANNED"),
              new Entry("DAMAGED", TEN, null, "PARCEL", null, "ACTUAL"),
              new Entry("ORDERED", TEN, null, null, null, null)));
      return "layout-sample";
    }
  }
}
