package eu.perron.studio;

import eu.perron.flow.Models;
import eu.perron.flow.Models.Kind;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The models themselves, for the diagrams and for who wants the file. Open to all: they hold no
 * order.
 */
@RestController
class Sources {
  private final Models models;
  private final ElementTemplates templates;

  Sources(Models models, ElementTemplates templates) {
    this.models = models;
    this.templates = templates;
  }

  @GetMapping(path = "/studio/processes/{key}/diagram.bpmn")
  ResponseEntity<byte[]> diagram(
      @PathVariable String key, @RequestParam(required = false) Integer version) {
    return source(Kind.PROCESS, key, version);
  }

  @GetMapping(path = "/studio/decisions/{key}/table.dmn")
  ResponseEntity<byte[]> table(
      @PathVariable String key, @RequestParam(required = false) Integer version) {
    return source(Kind.DECISION, key, version);
  }

  @GetMapping(path = "/element-templates.json", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] palette() {
    return templates.read().json();
  }

  /** A version never changes; which one is the newest does. */
  private ResponseEntity<byte[]> source(Kind kind, String key, Integer version) {
    return models
        .find(kind, key, version)
        .flatMap(
            one ->
                models
                    .source(one)
                    .map(
                        bytes ->
                            ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_XML)
                                .cacheControl(
                                    version == null
                                        ? CacheControl.noCache()
                                        : CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                                .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    ContentDisposition.inline()
                                        .filename(one.file())
                                        .build()
                                        .toString())
                                .body(bytes)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
