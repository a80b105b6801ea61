package eu.perron.house;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/**
 * The public contract as OpenAPI: what is common to all operations, and one order as an example.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  static {
    SpringDocUtils.getConfig()
        .replaceWithSchema(BigDecimal.class, new StringSchema().format("decimal").example("12.50"));
  }

  /** RFC 9457, as every error of the API is answered. */
  @Schema(name = "Problem")
  record ProblemDescription(
      @Schema(example = "/problems/order-not-acceptable") String type,
      @Schema(example = "The order cannot be taken") String title,
      @Schema(example = "422") int status,
      @Schema(example = "1 thing must be mended first.") String detail,
      @Schema(example = "/api/v1/orders") String instance,
      @Schema(description = "Of input errors: everything that must be mended.")
          List<InputError> errors) {}

  @Bean
  OpenAPI openApi() {
    Components components =
        new Components()
            .addSecuritySchemes(
                "apiKey",
                new SecurityScheme()
                    .type(SecurityScheme.Type.HTTP)
                    .scheme("bearer")
                    .description("A seller's API key."));
    return new OpenAPI()
        .info(
            new Info()
                .title("Perron")
                .version("1")
                .description(
                    "Orders from a seller's shop to a consignee's door, through customs on both"
                        + " sides. Money is a decimal string, times are ISO 8601 with offset,"
                        + " errors are problems (RFC 9457). What belongs to another seller is not"
                        + " found."))
        .components(components)
        .addSecurityItem(new SecurityRequirement().addList("apiKey"));
  }

  @Bean
  OpenApiCustomizer problemsAndExample(ObjectMapper json) throws IOException {
    Map<String, Object> order;
    try (InputStream sample = new ClassPathResource("samples/order.json").getInputStream()) {
      order = json.readValue(sample, new TypeReference<LinkedHashMap<String, Object>>() {});
    }
    return api -> {
      ModelConverters.getInstance()
          .readAll(ProblemDescription.class)
          .forEach(api.getComponents()::addSchemas);
      api.getPaths()
          .values()
          .forEach(path -> path.readOperations().forEach(ApiDescription::addProblem));
      Operation place = api.getPaths().get("/api/v1/orders").getPost();
      place.getRequestBody().getContent().get("application/json").setExample(order);
      Map<String, Object> question = new LinkedHashMap<>(order);
      question.put("acceptedOn", "2026-11-22");
      Operation ask = api.getPaths().get("/api/v1/landed-costs").getPost();
      ask.getRequestBody().getContent().get("application/json").setExample(question);
    };
  }

  private static void addProblem(Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description(
                    "What went wrong: 400 unreadable, 401 no key, 404 not there or not yours, 409"
                        + " conflict, 413 too large, 415 wrong format, 422 content, 429 come later")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType()
                                .schema(
                                    new io.swagger.v3.oas.models.media.Schema<>()
                                        .$ref("#/components/schemas/Problem")))));
  }
}
