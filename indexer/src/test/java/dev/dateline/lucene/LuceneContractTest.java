package dev.dateline.lucene;

import dev.dateline.index.CommitContract;
import dev.dateline.index.CountContract;
import dev.dateline.index.CursorContract;
import dev.dateline.index.DidYouMeanContract;
import dev.dateline.index.ExplanationContract;
import dev.dateline.index.FacetContract;
import dev.dateline.index.FilterContract;
import dev.dateline.index.HitContract;
import dev.dateline.index.OrderContract;
import dev.dateline.index.RelaxationContract;
import dev.dateline.index.SimilarContract;
import dev.dateline.index.SnippetContract;
import dev.dateline.index.StreamContract;
import dev.dateline.index.SuggestContract;
import dev.dateline.index.TimelineContract;
import dev.dateline.index.WordContract;
import dev.dateline.index.WritingContract;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine keeps what every backend promises. */
class LuceneContractTest {

  @TempDir private Path folder;

  @Nested
  class Words extends WordContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Commits extends CommitContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Relaxing extends RelaxationContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Filtering extends FilterContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Facets extends FacetContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Timelines extends TimelineContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Counting extends CountContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Ordering extends OrderContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Cursors extends CursorContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Streams extends StreamContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Hits extends HitContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Explaining extends ExplanationContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Marking extends SnippetContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Writing extends WritingContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Correcting extends DidYouMeanContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Comparing extends SimilarContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }

  @Nested
  class Completing extends SuggestContract {
    @Override
    protected URI address() {
      return folder.toUri();
    }
  }
}
