package dev.dateline.server.admin;

import dev.dateline.deletion.Condemned;
import dev.dateline.index.ParameterSet;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.FewParameters;
import dev.dateline.server.http.ProblemException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an administrator wants to be deleted.
 *
 * @param ids of articles
 * @param search finds more of them, unless it has no condition
 * @param purge whether they go for good
 * @param withdrawn whether all that is withdrawn goes too; only with {@code purge}
 * @param dryRun whether it is only told what would go
 */
record Doomed(
    Set<String> ids, SearchRequest search, boolean purge, boolean withdrawn, boolean dryRun) {

  private static final String ID = "id";
  private static final String PURGE = "purge";
  private static final String WITHDRAWN = "withdrawn";
  private static final String DRY_RUN = "dry-run";
  private static final Set<String> OWN = Set.of(ID, PURGE, WITHDRAWN, DRY_RUN);

  /** One article, for good. */
  static Doomed purged(String id) {
    return new Doomed(Set.of(id), SearchRequest.of(""), true, false, false);
  }

  /**
   * What the parameters of a call say.
   *
   * @throws dev.dateline.index.ParameterException if one is wrong
   * @throws ProblemException if nothing is said that would set articles apart
   */
  static Doomed of(Call call) {
    List<String> known =
        Stream.concat(OWN.stream(), ParameterSet.CONDITIONS.names().stream()).toList();
    FewParameters given = FewParameters.of(call, known);
    Map<String, List<String>> conditions = new LinkedHashMap<>(call.parameters());
    conditions.keySet().removeAll(OWN);
    Set<String> ids = new LinkedHashSet<>(given.values(ID));
    ids.remove("");
    Doomed doomed =
        new Doomed(
            ids,
            SearchParameters.parse(conditions),
            given.flag(PURGE, false),
            given.flag(WITHDRAWN, false),
            given.flag(DRY_RUN, false));
    doomed.check();
    return doomed;
  }

  private void check() {
    if (withdrawn && !purge) {
      throw new ProblemException(
          400, "purge-needed", "what is withdrawn is only purged: add purge=true");
    }
    if (ids.isEmpty() && !withdrawn && !Condemned.hasCondition(search)) {
      throw new ProblemException(
          400,
          "no-condition",
          "which articles? by id, by q, or by the filters of a search; never all of them");
    }
  }
}
