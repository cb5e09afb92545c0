package dev.dateline.server.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.dateline.server.config.Rate;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much each client may still ask for. Thread-safe. */
final class Clients {

  /** More than that at once are forgotten, those first that were not heard of for longest. */
  private static final int MOST = 100_000;

  /** A provider gives a customer at least so many bits of IPv6: all below are one client. */
  private static final int IPV6_BYTES = 8;

  /** Nothing that would be looked up as a name. */
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]*");

  private final @Nullable LoadingCache<String, Bucket> buckets;

  /** Clients that may make so many requests, or any number. */
  Clients(@Nullable Rate rate) {
    buckets =
        rate == null
            ? null
            : Caffeine.newBuilder()
                .maximumSize(MOST)
                // A bucket that has had time to fill is as good as a new one.
                .expireAfterAccess(rate.span().plus(Duration.ofSeconds(1)))
                .build(client -> bucket(rate));
  }

  private static Bucket bucket(Rate rate) {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.span()))
        .build();
  }

  /**
   * Counts a request, where clients have a limit.
   *
   * @throws ProblemException if the client has made too many
   */
  void count(Call call) {
    if (buckets == null) {
      return;
    }
    ConsumptionProbe probe = buckets.get(call.client()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
      throw new ProblemException(
          Problem.of(429, "rate-limited", "too many requests; the next one in " + seconds + " s")
              .header("Retry-After", Long.toString(seconds)));
    }
  }

  /** What to count the requests of an address under. */
  static String of(String address) {
    if (!IPV6.matcher(address).matches()) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_BYTES));
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
