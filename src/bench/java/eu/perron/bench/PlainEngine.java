package eu.perron.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;

/**
 * A process of its own with nothing but an engine in its default settings: one model of so many
 * waits, an empty step before and behind each. Every line read is a number of instances to be
 * carried from start to end; the answer is the seconds it took.
 *
 * <p>Only what MariaDB demands is set: its dialect, READ COMMITTED, and batches that tell their
 * counts.
 */
public final class PlainEngine {
  private static final String KEY = "plain";
  private final ProcessEngine engine;
  private final int waits;
  private final int clients;
  private final AtomicInteger numbers = new AtomicInteger();

  private PlainEngine(ProcessEngine engine, int waits, int clients) {
    this.engine = engine;
    this.waits = waits;
    this.clients = clients;
  }

  /**
   * @param arguments url, user, password, waits, clients
   */
  public static void main(String[] arguments) throws Exception {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(arguments[0]);
    pool.setUsername(arguments[1]);
    pool.setPassword(arguments[2]);
    pool.setMaximumPoolSize(24);
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(new HikariDataSource(pool));
    configuration.setDatabaseType("mysql");
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJobExecutorActivate(true);
    int waits = Integer.parseInt(arguments[3]);
    PlainEngine plain =
        new PlainEngine(configuration.buildProcessEngine(), waits, Integer.parseInt(arguments[4]));
    plain
        .engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(KEY + ".bpmn", model(waits))
        .deploy();
    System.out.println("ready");
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      System.out.println(plain.carry(Integer.parseInt(line.strip())));
    }
    System.exit(0);
  }

  private static BpmnModelInstance model(int waits) {
    AbstractFlowNodeBuilder<?, ?> model =
        Bpmn.createExecutableProcess(KEY)
            .camundaHistoryTimeToLive(180)
            .startEvent()
            .serviceTask()
            .camundaExpression("${true}");
    for (int wait = 0; wait < waits; wait++) {
      model = model.receiveTask().message(message(wait)).serviceTask().camundaExpression("${true}");
    }
    return model.endEvent().done();
  }

  private static String message(int wait) {
    return "answer-" + wait;
  }

  private double carry(int many) throws Exception {
    AtomicInteger left = new AtomicInteger(many);
    Callable<Void> client =
        () -> {
          while (left.getAndDecrement() > 0) {
            String key = KEY + "-" + numbers.incrementAndGet();
            engine.getRuntimeService().startProcessInstanceByKey(KEY, key);
            for (int wait = 0; wait < waits; wait++) {
              engine
                  .getRuntimeService()
                  .createMessageCorrelation(message(wait))
                  .processInstanceBusinessKey(key)
                  .correlate();
            }
          }
          return null;
        };
    ExecutorService hands = Executors.newFixedThreadPool(clients);
    long began = System.nanoTime();
    List<Future<Void>> done =
        hands.invokeAll(IntStream.range(0, clients).mapToObj(i -> client).toList());
    for (Future<Void> one : done) {
      one.get();
    }
    hands.shutdown();
    return (System.nanoTime() - began) / 1e9;
  }
}
