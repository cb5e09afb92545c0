package dev.dateline.index;

import dev.dateline.query.Spelling;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters that one kind of question takes. Cannot be changed. */
public final class ParameterSet {

  private static final Set<SearchParameter> NOT_OF_SEARCH =
      EnumSet.of(
          SearchParameter.BACKGROUND,
          SearchParameter.BEFORE,
          SearchParameter.KINDS,
          SearchParameter.LIMIT);

  /** Those of a search. */
  public static final ParameterSet SEARCH =
      new ParameterSet(EnumSet.complementOf(EnumSet.copyOf(NOT_OF_SEARCH)));

  /** Those of the question for similar articles. */
  public static final ParameterSet SIMILAR =
      new ParameterSet(
          EnumSet.of(
              SearchParameter.BACKGROUND,
              SearchParameter.BEFORE,
              SearchParameter.FROM,
              SearchParameter.TO,
              SearchParameter.WHEN,
              SearchParameter.TZ,
              SearchParameter.SOURCE,
              SearchParameter.DOMAIN,
              SearchParameter.EXCLUDE_DOMAIN,
              SearchParameter.SECTION,
              SearchParameter.AUTHOR,
              SearchParameter.TAG,
              SearchParameter.LANG,
              SearchParameter.AS_OF,
              SearchParameter.PAGE_SIZE,
              SearchParameter.FIELDS));

  /** Those of a search that say which articles it finds: all that a deletion takes. */
  public static final ParameterSet CONDITIONS =
      new ParameterSet(
          EnumSet.of(
              SearchParameter.Q,
              SearchParameter.MATCH,
              SearchParameter.SEARCH_IN,
              SearchParameter.FROM,
              SearchParameter.TO,
              SearchParameter.WHEN,
              SearchParameter.TZ,
              SearchParameter.SOURCE,
              SearchParameter.DOMAIN,
              SearchParameter.EXCLUDE_DOMAIN,
              SearchParameter.SECTION,
              SearchParameter.AUTHOR,
              SearchParameter.TAG,
              SearchParameter.LANG,
              SearchParameter.AS_OF));

  /** Those of the question for suggestions. */
  public static final ParameterSet SUGGEST =
      new ParameterSet(EnumSet.of(SearchParameter.Q, SearchParameter.KINDS, SearchParameter.LIMIT));

  private final Set<SearchParameter> parameters;
  private final Map<String, SearchParameter> byName = new LinkedHashMap<>();

  private ParameterSet(EnumSet<SearchParameter> parameters) {
    this.parameters = Collections.unmodifiableSet(parameters);
    for (SearchParameter parameter : parameters) {
      byName.put(parameter.label(), parameter);
      parameter.aliases().forEach(alias -> byName.put(alias, parameter));
    }
  }

  /** All of them, in the order in which they are documented. */
  public Set<SearchParameter> parameters() {
    return parameters;
  }

  /** The parameter of this name or alias, or null. */
  public @Nullable SearchParameter named(String name) {
    return byName.get(name);
  }

  /** Each name and alias. */
  public Set<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }

  /** The name that may have been meant by one that is none, or null. */
  @Nullable String nearest(String name) {
    return Spelling.nearest(name, byName.keySet());
  }
}
