package dev.dateline.ingest.markdown;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * YAML in which an alias is nothing: Jackson gives the name of what it stands for, which is no fact
 * of the document. What it stands for is not put in its place, so that there are no bombs.
 */
final class YamlFacts extends JsonParserDelegate {

  YamlFacts(JsonParser yaml) {
    super(yaml);
  }

  private boolean isAlias() {
    return delegate instanceof YAMLParser yaml
        && yaml.currentToken() == JsonToken.VALUE_STRING
        && yaml.isCurrentAlias();
  }

  @Override
  public @Nullable JsonToken nextToken() {
    JsonToken token = super.nextToken();
    return isAlias() ? JsonToken.VALUE_NULL : token;
  }

  @Override
  public @Nullable JsonToken currentToken() {
    return isAlias() ? JsonToken.VALUE_NULL : super.currentToken();
  }

  @Override
  public int currentTokenId() {
    return isAlias() ? JsonTokenId.ID_NULL : super.currentTokenId();
  }
}
