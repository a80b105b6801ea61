package eu.perron.flow;

import eu.perron.duties.Decisions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Lets the duties room ask the decision tables that the processes ask, in the version in force. A
 * table answers the same facts always alike, so that an answer is kept: a flight asks for the same
 * few again and again.
 */
@Component
class DecisionsForDuties implements Decisions {
  private static final int MOST_KEPT = 20_000;

  /** Another node may have deployed a new version: that is seen so much later at most. */
  private static final long TRUSTED_NANOS = 1_000_000_000L;

  private final RepositoryService repository;
  private final DecisionService engine;
  private final Map<String, Newest> newest = new ConcurrentHashMap<>();
  private final Map<Question, Decided> answers = new ConcurrentHashMap<>();

  DecisionsForDuties(RepositoryService repository, DecisionService engine) {
    this.repository = repository;
    this.engine = engine;
  }

  private record Newest(String id, int version, long since) {}

  private record Question(String id, Map<String, Object> facts) {}

  @Override
  public Decided decide(String table, Map<String, Object> facts) {
    Newest version = newest(table);
    Question question = new Question(version.id(), new HashMap<>(facts));
    Decided known = answers.get(question);
    if (known != null) {
      return known;
    }
    DmnDecisionRuleResult row =
        engine.evaluateDecisionTableById(version.id(), new HashMap<>(facts)).getSingleResult();
    if (row == null) {
      throw new IllegalStateException("processes/" + table + ".dmn has no row for " + facts);
    }
    Decided decided = new Decided(table, version.version(), new HashMap<>(row.getEntryMap()));
    if (answers.size() >= MOST_KEPT) {
      answers.clear();
    }
    answers.put(question, decided);
    return decided;
  }

  private Newest newest(String table) {
    Newest known = newest.get(table);
    if (known != null && System.nanoTime() - known.since() < TRUSTED_NANOS) {
      return known;
    }
    DecisionDefinition definition =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(table)
            .latestVersion()
            .singleResult();
    if (definition == null) {
      throw new IllegalStateException(
          "No decision '" + table + "' is deployed; see /studio for why");
    }
    Newest found = new Newest(definition.getId(), definition.getVersion(), System.nanoTime());
    newest.put(table, found);
    return found;
  }
}
