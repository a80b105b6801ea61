package eu.perron.bench;

import eu.perron.chaos.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a clerk waits for in front of a long list. */
final class Tasklist implements Part {
  private static final int TASKS = 100_000;
  private static final int ORDERS = 1_000_000;
  private static final char HELD = 'H';
  private static final char CORRECT = 'C';
  private static final char ADDRESS = 'A';
  private static final char ENDED = 'D';

  @Override
  public String name() {
    return "tasklist";
  }

  @Override
  public String what() {
    return "A clerk's list with many open tasks and many orders";
  }

  /** One act of a clerk. */
  private interface Act {
    void on(String task) throws Exception;
  }

  @Override
  public void run(Ground ground, Size size, Sheet sheet) throws Exception {
    Node node = ground.node();
    int tasks = size.of(TASKS, TASKS, 20_000);
    int ended = size.of(ORDERS - TASKS, 50_000);
    int times = size.of(1_000, 60, 30);
    fill(ground, node, tasks, ended);
    sheet.note(
        "%d open tasks at three desks, and %d ended orders (asked: %d), copied by SQL without their messages; each act %d times a run, by one clerk after the other"
            .formatted(tasks, ended, ORDERS, times));
    Browser clerk = new Browser(node.url(), "clerk");
    List<String> numbers = numbers(tasks, times * (size.runs() + 1));
    acts(ground.ledger(), clerk, numbers.subList(0, times / 3));
    Map<String, List<Double>> p99 = new LinkedHashMap<>();
    Map<String, List<Double>> p50 = new LinkedHashMap<>();
    for (int run = 1; run <= size.runs(); run++) {
      acts(ground.ledger(), clerk, numbers.subList(run * times, (run + 1) * times))
          .forEach(
              (act, took) -> {
                p50.computeIfAbsent(act, any -> new ArrayList<>()).add(took.millis(0.5));
                p99.computeIfAbsent(act, any -> new ArrayList<>()).add(took.millis(0.99));
              });
    }
    p50.forEach((act, runs) -> sheet.figure(act + ": p50, ms", "", runs));
    p99.forEach((act, runs) -> sheet.figure(act + ": p99, ms", "< 300", runs));
  }

  private static void fill(Ground ground, Node node, int tasks, int ended) throws Exception {
    Copies copies = new Copies(ground.database());
    try (Shop shop = new Shop(List.of(node.url()), 1)) {
      Standing standing = new Standing(ground, node, shop);
      String held = standing.forReview();
      String correct = standing.forClerk("BE906", "CorrectDeclaration");
      String address = standing.forClerk("BPADDR", "CorrectAddress");
      copies.makeWithoutPost(held, HELD, 0, held(tasks));
      copies.makeWithoutPost(correct, CORRECT, 0, tasks / 10);
      copies.makeWithoutPost(address, ADDRESS, 0, tasks - held(tasks) - tasks / 10);
      copies.makeWithoutPost(standing.delivered(), ENDED, 0, ended);
    }
    spread(ground.ledger());
  }

  /** Most are held by screening: their orders have the fewest rows. */
  private static int held(int tasks) {
    return tasks * 8 / 10;
  }

  /** Tasks that are all alike make a list easy: some are late, some urgent. */
  private static void spread(Ledger ledger) throws Exception {
    ledger.change(
        "UPDATE flow_task SET urgency = urgency + CRC32(task_id) % 20, due_at = due_at + INTERVAL"
            + " CAST(CRC32(business_key) % 20000 AS SIGNED) - 3000 SECOND");
    ledger.rows("ANALYZE TABLE flow_task, orders, ACT_RU_TASK, ACT_RU_EXECUTION");
  }

  /** Orders that are held by screening, anywhere in the list, none twice. */
  private static List<String> numbers(int tasks, int many) {
    return new Random(1)
        .ints(0, held(tasks))
        .distinct()
        .limit(Math.min(many, held(tasks)))
        .mapToObj(n -> Copies.number(HELD, n))
        .toList();
  }

  private static Map<String, Times> acts(Ledger ledger, Browser clerk, List<String> numbers)
      throws Exception {
    Map<String, Times> times = new LinkedHashMap<>();
    measure(times, "first page, with the counts of all desks", numbers, any -> clerk.open("/desk"));
    measure(times, "one desk", numbers, any -> clerk.open("/desk?desk=customs-desk"));
    measure(times, "only late", numbers, any -> clerk.open("/desk?late=true"));
    measure(times, "by an order's number", numbers, number -> clerk.open("/desk?q=" + number));
    measure(times, "by a word of the goods", numbers, any -> clerk.open("/desk?q=jigsaw"));
    measure(
        times,
        "by a word nobody uses",
        numbers.subList(0, Math.min(20, numbers.size())),
        any -> clerk.open("/desk?q=xylophone"));
    List<String> tasks = new ArrayList<>();
    for (String number : numbers) {
      tasks.add(
          ledger
              .rows("SELECT task_id FROM flow_task WHERE business_key = ?", number)
              .get(0)
              .get(0));
    }
    measure(times, "open a task", tasks, task -> clerk.open("/desk/tasks/" + task));
    measure(times, "claim", tasks, task -> clerk.form("/desk/tasks/" + task + "/claim", ""));
    measure(
        times,
        "complete",
        tasks,
        task ->
            clerk.json(
                "/desk/tasks/" + task + "/complete",
                "{\"values\": {\"decision\": \"REFUSED\", \"note\": \"bench\"}}"));
    return times;
  }

  private static void measure(Map<String, Times> times, String name, List<String> on, Act act)
      throws Exception {
    Times took = new Times(on.size());
    for (String each : on) {
      long began = System.nanoTime();
      act.on(each);
      took.add(System.nanoTime() - began);
    }
    times.put(name, took);
  }
}
