package eu.perron.connectors.china;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.perron.connectors.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChinaCustomsRoutesTest {
  @TempDir Path data;
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final Door door = new Door();
  private final Office office = new Office();

  /** What the house puts behind the routes. */
  public static class Door {
    final List<String> taken = new CopyOnWriteArrayList<>();
    final AtomicBoolean closed = new AtomicBoolean();

    public void takeFile(String partner, String operation, Exchange exchange) throws Unreadable {
      String body = exchange.getMessage().getBody(String.class);
      if (body.contains("broken")) {
        throw new Unreadable("CEB604Message", "is broken");
      }
      if (closed.get()) {
        throw new IllegalStateException("no database");
      }
      taken.add(partner + " " + operation + " " + body);
    }

    public void refuseFile(String partner, String operation, Exchange exchange) throws Unreadable {
      throw new Unreadable("its name", "is strange");
    }
  }

  public static class Office {
    final List<String> received = new CopyOnWriteArrayList<>();

    public void receive(byte[] message) {
      received.add(new String(message, StandardCharsets.UTF_8));
    }
  }

  @BeforeEach
  void start() throws Exception {
    Properties settings = new Properties();
    settings.setProperty("perron.data-dir", data.toString());
    camel.getPropertiesComponent().setInitialProperties(settings);
    camel.getRegistry().bind("door", door);
    camel.getRegistry().bind("chinaCustomsOffice", office);
    camel.getRegistry().bind("chinaCustomsFiles", new ReceivedFiles(Clock.systemUTC()));
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void messagesAreWrittenUnderTheirKeyAndReplacedByAResend() throws Exception {
    run("export-list", "waybill-list");
    for (int i = 0; i < 2; i++) {
      send("direct:china-customs.export-list", "<list/>", "0A-1");
      send("direct:china-customs.waybill-list", "<waybills/>", "0B-2");
    }

    assertThat(Files.readString(folder("out").resolve("CEB603_0A-1.xml"))).isEqualTo("<list/>");
    assertThat(Files.readString(folder("out").resolve("CEB607_0B-2.xml"))).isEqualTo("<waybills/>");
    assertThat(names("out")).containsExactlyInAnyOrder("CEB603_0A-1.xml", "CEB607_0B-2.xml");
  }

  @Test
  void aHeaderOfTheEngineCannotNameTheFile() throws Exception {
    run("export-list");
    camel
        .createProducerTemplate()
        .sendBodyAndHeaders(
            "direct:china-customs.export-list",
            "<list/>",
            Map.of("PerronMessageKey", "0A-1", Exchange.FILE_NAME, "../../elsewhere.xml"));

    assertThat(names("out")).containsExactly("CEB603_0A-1.xml");
    assertThat(data.resolve("connect/elsewhere.xml")).doesNotExist();
  }

  @Test
  void receiptsGoToTheirDoorAndOthersStay() throws Exception {
    Files.createDirectories(folder("in"));
    run("receipts");
    lay("CEB604_0A-1.xml", "lists");
    lay("CEB608_0B-1.xml", "waybills");
    lay("CEB604_0C-1.xml.part", "half");
    lay("CEB604_0C 1.xml", "odd");
    lay("other.xml", "other");

    await().until(() -> door.taken.size() == 2);
    assertThat(door.taken)
        .containsExactlyInAnyOrder(
            "china-customs export-receipt lists", "china-customs waybill-receipt waybills");
    await()
        .untilAsserted(
            () ->
                assertThat(names("in"))
                    .containsExactlyInAnyOrder(
                        "CEB604_0C-1.xml.part", "CEB604_0C 1.xml", "other.xml"));
  }

  @Test
  void aFileOfAnotherNameIsSetAsideOnceNobodyCanBeWritingItAnyMore() throws Exception {
    run("receipts");
    lay("CEB604_0C 1.xml", "odd");
    lay("CEB604_0D-1.xml", "");
    for (String name : List.of("CEB604_0C 1.xml", "CEB604_0D-1.xml")) {
      Files.setLastModifiedTime(
          folder("in").resolve(name), FileTime.from(Instant.now().minus(Duration.ofMinutes(11))));
    }
    await().until(() -> names("in/.refused").contains("CEB604_0C 1.xml"));
    await().until(() -> door.taken.contains("china-customs export-receipt "));
  }

  @Test
  void anEmptyFileHoldsUpNoOther() throws Exception {
    run("receipts");
    lay("CEB604_0A-1.xml", "");
    lay("CEB604_0B-1.xml", "lists");

    await().atMost(Duration.ofSeconds(8)).until(() -> names("in").size() == 1);
    assertThat(names("in")).containsExactly("CEB604_0A-1.xml");
    assertThat(door.taken).containsExactly("china-customs export-receipt lists");
  }

  @Test
  void whatNobodyCanReadIsSetAside() throws Exception {
    run("receipts");
    lay("CEB604_0A-1.xml", "broken");

    await().until(() -> names("in/.refused").contains("CEB604_0A-1.xml"));
    await().until(() -> names("in").isEmpty());
    assertThat(folder("in/.refused").resolve("CEB604_0A-1.xml")).hasContent("broken");
  }

  @Test
  void whatCannotBeTakenNowIsTakenLater() throws Exception {
    door.closed.set(true);
    run("receipts");
    lay("CEB604_0A-1.xml", "lists");
    await()
        .pollDelay(java.time.Duration.ofMillis(1500))
        .until(() -> names("in").contains("CEB604_0A-1.xml"));

    door.closed.set(false);
    await().until(() -> names("in").isEmpty());
    assertThat(door.taken).hasSize(1);
  }

  @Test
  void theSimulatedOfficeTakesWhatWeSend() throws Exception {
    run("export-list", "simulator");
    send("direct:china-customs.export-list", "<list/>", "0A-1");

    await().until(() -> office.received.equals(List.of("<list/>")));
    await().until(() -> names("out").isEmpty());
  }

  private void run(String... routes) throws Exception {
    for (String route : routes) {
      Path file = CebMessages.FOLDER.resolve(route + ".camel.yaml");
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file));
    }
    camel.start();
  }

  private void send(String to, String body, String key) {
    Exchange sent =
        camel
            .createProducerTemplate()
            .send(
                to,
                exchange -> {
                  exchange.getMessage().setBody(body.getBytes(StandardCharsets.UTF_8));
                  exchange.getMessage().setHeader("PerronMessageKey", key);
                });
    assertThat(sent.getException()).isNull();
    assertThat(sent.getMessage().getBody(String.class)).isEmpty();
  }

  private void lay(String name, String content) throws IOException {
    Files.createDirectories(folder("in"));
    Files.writeString(folder("in").resolve(name), content);
  }

  private Path folder(String name) {
    return data.resolve("connect/china-customs").resolve(name);
  }

  private List<String> names(String folder) throws IOException {
    if (!Files.isDirectory(folder(folder))) {
      return List.of();
    }
    try (var files = Files.list(folder(folder))) {
      return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    }
  }
}
