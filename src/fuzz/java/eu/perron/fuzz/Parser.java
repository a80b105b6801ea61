package eu.perron.fuzz;

import java.util.List;

/**
 * Something of ours that reads what strangers write, and how to feed it.
 *
 * @param name as the profile, the corpus folder and the report call it
 * @param covers the classes in which the reading happens
 * @param samples good messages to begin from: files, or a folder with a pattern for their names
 *     ({@code connectors/airline/samples/fsu-*.txt}); more lie in {@code src/fuzz/corpus/<name>}
 * @param refusals how it says no; anything else that is thrown is a finding
 */
public record Parser(
    String name,
    List<Class<?>> covers,
    List<String> samples,
    List<Class<? extends Throwable>> refusals,
    Feed feed) {

  /** Reads an input and looks at what came out as its user would. */
  public interface Feed {
    void read(byte[] input) throws Exception;
  }

  public static Parser named(String name, Feed feed, Class<?>... covers) {
    return new Parser(name, List.of(covers), List.of(), List.of(), feed);
  }

  public Parser from(String... samples) {
    return new Parser(name, covers, List.of(samples), refusals, feed);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Parser refusingBy(Class<? extends Throwable>... refusals) {
    return new Parser(name, covers, samples, List.of(refusals), feed);
  }

  /**
   * @throws Finding if it neither read the input nor refused it by name
   */
  public void read(byte[] input) {
    try {
      feed.read(input);
    } catch (Finding finding) {
      throw finding;
    } catch (Exception thrown) {
      if (refusals.stream().noneMatch(refusal -> refusal.isInstance(thrown))) {
        throw new Finding(name + " is not refused by name: " + thrown, thrown);
      }
    }
  }
}
