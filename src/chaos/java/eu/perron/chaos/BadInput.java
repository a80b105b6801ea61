package eu.perron.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Messages that no partner or seller should send, made from good ones: the same seed makes the same
 * messages. Knows every door by the routes and by the public contract.
 */
public final class BadInput {
  private static final Pattern PARTNERS_DOOR =
      Pattern.compile("uri: *platform-http:/connect/([a-z0-9-]+)/([a-z0-9-]+)");
  private static final Pattern IDENTIFIER = Pattern.compile("[0-9A-Z]{6,30}");
  private static final int LINES = 40;

  private final long seed;
  private final List<Door> doors;

  /** Who knocks. */
  public enum Caller {
    PARTNER,
    SELLER,
    NOBODY,
    FOLDER
  }

  /**
   * @param path with {@code {}} where the bad part of an address goes; else the body is bad. For a
   *     folder, the name of the file
   * @param partner whose door it is, empty for sellers' doors
   */
  public record Door(
      String name,
      Caller caller,
      String partner,
      String method,
      String path,
      String contentType,
      List<byte[]> samples) {

    /** Where a partner leaves messages, rather than asks what we would read in them. */
    public boolean isPartners() {
      return path.startsWith("/connect/");
    }

    boolean isBadInItsAddress() {
      return path.contains("{}");
    }
  }

  /**
   * @param how what was done to a good message, in a word
   * @param contentType null: none is sent
   */
  public record Message(
      Door door, int number, String how, String path, String contentType, byte[] body) {}

  private BadInput(long seed, List<Door> doors) {
    this.seed = seed;
    this.doors = List.copyOf(doors);
  }

  /**
   * @param project its root, where {@code connectors/} and {@code src/} are
   */
  public static BadInput of(Path project, long seed) throws IOException {
    // Folders first: what lies in them is read while the other doors are tried.
    List<Door> doors = new ArrayList<>();
    Path china = project.resolve("connectors/china-customs/samples");
    for (String receipt :
        List.of(
            "CEB304", "CEB404", "CEB506", "CEB510", "CEB604", "CEB608", "CEB702", "CEB792",
            "CEB900", "CEB312", "CEB412", "CEB512", "CEB622")) {
      doors.add(folder(receipt, china));
    }
    List<Door> partners = partnersDoors(project);
    doors.addAll(partners);
    doors.addAll(decoding(partners));
    doors.addAll(sellersDoors(project));
    return new BadInput(seed, doors);
  }

  public List<Door> doors() {
    return doors;
  }

  public Stream<Message> messages(Door door, int count) {
    return IntStream.range(0, count).mapToObj(number -> message(door, number));
  }

  /** Each message depends on seed, door and number alone, so any of them can be made again. */
  public Message message(Door door, int number) {
    Random random = new Random(seed * 31 + door.name().hashCode() * 1_000_003L + number);
    random.nextInt();
    byte[] sample = door.samples().get(random.nextInt(door.samples().size()));
    if (door.isBadInItsAddress()) {
      String text = new String(sample, StandardCharsets.UTF_8);
      Mutation.Result bad = Addresses.worse(text, random);
      String part = new String(bad.body(), StandardCharsets.ISO_8859_1);
      return new Message(
          door,
          number,
          bad.how(),
          door.path().replace("{}", part),
          door.method().equals("POST") ? door.contentType() : null,
          new byte[0]);
    }
    Mutation.Result bad = Mutation.of(sample, random);
    String type = bad.contentType() == null ? door.contentType() : bad.contentType();
    String path = door.path();
    if (door.caller() == Caller.FOLDER) {
      path = door.path().replace("#", seed + "-" + number);
    }
    return new Message(door, number, bad.how(), path, type.isEmpty() ? null : type, bad.body());
  }

  private static List<Door> partnersDoors(Path project) throws IOException {
    List<Door> doors = new ArrayList<>();
    for (Path route : files(project.resolve("connectors"), 2, ".camel.yaml")) {
      Matcher door = PARTNERS_DOOR.matcher(Files.readString(route));
      while (door.find()) {
        String partner = door.group(1);
        String operation = door.group(2);
        List<byte[]> samples = samples(route.resolveSibling("samples"), operation);
        doors.add(
            new Door(
                partner + " " + operation,
                Caller.PARTNER,
                partner,
                "POST",
                "/connect/" + partner + "/" + operation,
                Format.of(samples.get(0)).contentType(),
                samples));
      }
    }
    return doors;
  }

  /** Those that bear the operation's name, or all of that partner. */
  private static List<byte[]> samples(Path folder, String operation) throws IOException {
    List<Path> all =
        files(folder, 1, "").stream().filter(file -> !file.toString().endsWith(".pem")).toList();
    List<Path> own =
        all.stream().filter(file -> file.getFileName().toString().startsWith(operation)).toList();
    return bytes(own.isEmpty() ? all : own);
  }

  private static List<Door> decoding(List<Door> partners) {
    return partners.stream()
        .map(
            door ->
                new Door(
                    door.name() + " decode",
                    Caller.PARTNER,
                    door.partner(),
                    "POST",
                    door.path().replace("/connect/", "/connectors/") + "/decode",
                    door.contentType(),
                    door.samples()))
        .toList();
  }

  private static List<Door> sellersDoors(Path project) throws IOException {
    Path samples = project.resolve("src/main/resources/samples");
    List<byte[]> numbers = numbers(project);
    List<Door> doors = new ArrayList<>();
    doors.add(seller("orders", "application/json", plain(samples, ".json")));
    doors.add(
        seller(
            "order-imports",
            "text/csv",
            plain(samples, ".csv").stream().map(BadInput::beginning).toList()));
    doors.add(
        new Door(
            "cancellation",
            Caller.SELLER,
            "",
            "POST",
            "/api/v1/orders/{}/cancellation",
            "application/json",
            numbers));
    doors.add(nobody("tracking", "/api/v1/tracking/{}", numbers));
    doors.add(nobody("track page", "/track/{}", numbers));
    doors.add(new Door("order", Caller.SELLER, "", "GET", "/api/v1/orders/{}", "", numbers));
    doors.add(
        new Door("order list", Caller.SELLER, "", "GET", "/api/v1/orders?cursor={}", "", numbers));
    doors.add(
        new Door(
            "import report", Caller.SELLER, "", "GET", "/api/v1/order-imports/{}", "", numbers));
    for (String kind :
        List.of(
            "mrn",
            "lrn",
            "eori",
            "ioss",
            "be-enterprise",
            "cn-uscc",
            "awb",
            "uld",
            "sscc",
            "s10",
            "hs")) {
      doors.add(nobody("identifier " + kind, "/api/v1/identifiers/" + kind + "/{}", numbers));
    }
    return doors;
  }

  private static Door seller(String name, String type, List<byte[]> samples) {
    return new Door(name, Caller.SELLER, "", "POST", "/api/v1/" + name, type, samples);
  }

  /**
   * Not the orders with a case in them: many of the spoiled files are still good enough to be
   * taken, and a question about one parcel holds its whole flight until a clerk has answered it.
   */
  private static List<byte[]> plain(Path samples, String ending) throws IOException {
    return bytes(
        files(samples, 1, ending).stream()
            .filter(file -> !file.getFileName().toString().contains("-cases"))
            .toList());
  }

  /** A few dozen rows are as good to spoil as a day's, and sooner worked off. */
  private static byte[] beginning(byte[] file) {
    return new String(file, StandardCharsets.UTF_8)
        .lines()
        .limit(LINES)
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Door nobody(String name, String path, List<byte[]> numbers) {
    return new Door(name, Caller.NOBODY, "", "GET", path, "", numbers);
  }

  private static Door folder(String kind, Path samples) throws IOException {
    return new Door(
        "china-customs in " + kind,
        Caller.FOLDER,
        "china-customs",
        "PUT",
        kind + "_bad-#.xml",
        "application/xml",
        List.of(Files.readAllBytes(samples.resolve(kind + ".xml"))));
  }

  /** Whatever looks like a number of something in the good messages. */
  private static List<byte[]> numbers(Path project) throws IOException {
    Set<String> found = new LinkedHashSet<>();
    for (Path file : files(project.resolve("connectors"), 3, ".xml")) {
      Matcher number = IDENTIFIER.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      while (number.find() && found.size() < 400) {
        found.add(number.group());
      }
    }
    return found.stream().map(number -> number.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private static List<Path> files(Path folder, int depth, String ending) throws IOException {
    try (Stream<Path> inside = Files.walk(folder, depth)) {
      return inside
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  private static List<byte[]> bytes(List<Path> files) {
    return files.stream()
        .map(
            file -> {
              try {
                return Files.readAllBytes(file);
              } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
              }
            })
        .toList();
  }
}
