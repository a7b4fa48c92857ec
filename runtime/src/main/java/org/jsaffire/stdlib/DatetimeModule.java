package org.jsaffire.stdlib;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Instance;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Numbers;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.TypeTag;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.Host;

/**
 * Module {@code datetime} (modules.md 8). Objects are immutable; the local zone is that of the
 * host's clock.
 */
public final class DatetimeModule {
  private static final String RFC1123 = "%a, %d %b %Y %H:%M:%S GMT";
  private static final String ISO8601 = "%Y-%m-%dT%H:%M:%S%:z";
  private static final String COOKIE = "%A, %d-%b-%Y %H:%M:%S GMT";

  /** Patterns that claim to be in UTC. */
  private static final List<String> IN_UTC = List.of(RFC1123, COOKIE);

  /** One class for all ways of running, so that objects can be made without asking for it. */
  static final ClassObject TYPE = build();

  private DatetimeModule() {}

  /** What a field of a date is. */
  @FunctionalInterface
  private interface Field {
    int of(ZonedDateTime time);
  }

  /** What a comparison makes of the order of two instants. */
  @FunctionalInterface
  private interface Verdict {
    boolean of(int comparison);
  }

  /** A datetime object. */
  public static Instance of(ZonedDateTime time) {
    return new Instance(TYPE, time);
  }

  /** The time of a datetime object, or null for any other value. */
  public static ZonedDateTime timeOf(Value value) {
    return value instanceof Instance instance && instance.payload() instanceof ZonedDateTime time
        ? time
        : null;
  }

  private static ClassObject build() {
    NativeClass type =
        NativeClass.named("datetime")
            .qualifiedName("\\saffire\\datetime")
            .tag(TypeTag.USER)
            .asAbstract()
            .asFinal()
            .constant("RFC1123", Str.of(RFC1123))
            .constant("ISO8601", Str.of(ISO8601))
            .constant("RFC3339", Str.of(ISO8601))
            .constant("COOKIE", Str.of(COOKIE))
            .constant("SQL", Str.of("%Y-%m-%d %H:%M:%S"));
    reference(type);
    makers(type);
    fields(type);
    zones(type);
    arithmetic(type);
    comparisons(type);
    texts(type);
    return type.extensions()
        .define("string __json()", "ISO 8601.", (in, self) -> Str.of(DateText.iso(time(self))))
        .build();
  }

  private static ZonedDateTime time(Value self) {
    return (ZonedDateTime) ((Instance) self).payload();
  }

  private static ZonedDateTime other(Value value) {
    ZonedDateTime time = timeOf(value);
    if (time == null) {
      throw Errors.wrongType("a datetime", value);
    }
    return time;
  }

  private static Clock clock(Invoker in) {
    return in.service(Host.class).clock();
  }

  /** The zone of times without one. */
  private static ZoneId local(Invoker in) {
    return Zones.named(clock(in).getZone());
  }

  private static void reference(NativeClass type) {
    type.define(
            "static datetime now()",
            "The current time.",
            (in, self) -> of(clock(in).instant().atZone(local(in))))
        .define(
            "string format(string pattern, string locale = \"en\")",
            "The pattern with its placeholders filled in.",
            (in, self, pattern, locale) ->
                Str.of(format(time(self), pattern.toString(), locale.toString())))
        .define(
            "numerical epoch()",
            "Seconds since 1970 in UTC.",
            (in, self) -> Numerical.of(time(self).toEpochSecond()))
        .define("string __string()", "ISO 8601.", (in, self) -> Str.of(DateText.iso(time(self))));
  }

  private static String format(ZonedDateTime time, String pattern, String locale) {
    ZonedDateTime shown = IN_UTC.contains(pattern) ? time.withZoneSameInstant(Zones.UTC) : time;
    String tag = LocaleNames.normalize(locale, "en").replace('_', '-');
    return DateText.format(shown, pattern, Locale.forLanguageTag(tag));
  }

  private static void makers(NativeClass type) {
    type.define(
            "static datetime parse(string text, string pattern = none)",
            "Reads a date: ISO 8601, or by a pattern.",
            (in, self, text, pattern) -> of(parse(in, text.toString(), pattern)))
        .define(
            "static datetime fromEpoch(numerical|double seconds)",
            "The time so many seconds after 1970 in UTC.",
            (in, self, seconds) -> of(fromEpoch(in, Numbers.decimal(seconds))))
        .defineN(
            "static datetime of(numerical year, numerical month, numerical day,"
                + " numerical hour = 0, numerical minute = 0, numerical second = 0,"
                + " string zone = none)",
            "The time of these fields.",
            (in, self, fields) -> of(DateFields.time(fields, local(in))));
  }

  private static ZonedDateTime parse(Invoker in, String text, Value pattern) {
    ZoneId local = local(in);
    return pattern == null
        ? DateReader.iso(text, local)
        : DateReader.pattern(text, pattern.toString(), local);
  }

  private static ZonedDateTime fromEpoch(Invoker in, BigDecimal seconds) {
    BigInteger whole = seconds.setScale(0, RoundingMode.FLOOR).toBigInteger();
    int nanos = seconds.subtract(new BigDecimal(whole)).movePointRight(9).intValue();
    if (whole.bitLength() >= Long.SIZE) {
      throw DateFields.outOfRange();
    }
    try {
      return Instant.ofEpochSecond(whole.longValue(), nanos).atZone(local(in));
    } catch (DateTimeException e) {
      throw DateFields.outOfRange();
    }
  }

  private static void fields(NativeClass type) {
    field(type, "year", "The year.", ZonedDateTime::getYear);
    field(type, "month", "The month.", ZonedDateTime::getMonthValue);
    field(type, "day", "The day of the month.", ZonedDateTime::getDayOfMonth);
    field(type, "hour", "The hour.", ZonedDateTime::getHour);
    field(type, "minute", "The minute.", ZonedDateTime::getMinute);
    field(type, "second", "The second.", ZonedDateTime::getSecond);
    field(type, "milli", "The millisecond.", time -> time.get(ChronoField.MILLI_OF_SECOND));
    field(type, "weekday", "1 for Monday to 7.", time -> time.getDayOfWeek().getValue());
    field(type, "yearday", "The day of the year, from 1.", ZonedDateTime::getDayOfYear);
  }

  private static void field(NativeClass type, String name, String description, Field field) {
    type.define(
        "numerical " + name + "()", description, (in, self) -> Numerical.of(field.of(time(self))));
  }

  private static void zones(NativeClass type) {
    type.define(
            "string zone()",
            "The name of the zone, or its offset.",
            (in, self) -> Str.of(time(self).getZone().getId()))
        .define(
            "datetime toZone(string zone)",
            "The same instant elsewhere.",
            (in, self, zone) -> of(time(self).withZoneSameInstant(Zones.of(zone.toString()))))
        .define(
            "datetime toUtc()",
            "The same instant in UTC.",
            (in, self) -> of(time(self).withZoneSameInstant(Zones.UTC)));
  }

  private static void arithmetic(NativeClass type) {
    type.define(
            "datetime add(numerical n, string unit)",
            "So many units later.",
            (in, self, n, unit) -> of(DateFields.add(time(self), (Numerical) n, unit(unit))))
        .define(
            "datetime sub(numerical n, string unit)",
            "So many units earlier.",
            (in, self, n, unit) ->
                of(DateFields.add(time(self), ((Numerical) n).negate(), unit(unit))))
        .define(
            "datetime startOf(string unit)",
            "The beginning of the unit on the local clock.",
            (in, self, unit) -> of(DateFields.startOf(time(self), unit(unit))))
        .define(
            "numerical diff(object other, string unit = \"second\")",
            "How many whole units later the other one is.",
            (in, self, other, unit) ->
                Numerical.of(DateFields.difference(time(self), other(other), unit(unit))));
  }

  private static TimeUnit unit(Value name) {
    return TimeUnit.of(name.toString());
  }

  private static void comparisons(NativeClass type) {
    comparison(type, "isBefore", "Earlier?", c -> c < 0);
    comparison(type, "isAfter", "Later?", c -> c > 0);
    type.define(
            "boolean __cmp_eq(object other)",
            "The same instant?",
            (in, self, other) -> Bool.of(isSame(self, other)))
        .define(
            "boolean __cmp_ne(object other)",
            "Another instant?",
            (in, self, other) -> Bool.of(!isSame(self, other)));
    comparison(type, "__cmp_lt", "Earlier?", c -> c < 0);
    comparison(type, "__cmp_gt", "Later?", c -> c > 0);
    comparison(type, "__cmp_le", "Not later?", c -> c <= 0);
    comparison(type, "__cmp_ge", "Not earlier?", c -> c >= 0);
    type.define(
        "string __hash()",
        "Equal for equal instants.",
        (in, self) -> Str.of(time(self).toInstant().toString()));
  }

  private static boolean isSame(Value self, Value other) {
    ZonedDateTime time = timeOf(other);
    return time != null && time.toInstant().equals(time(self).toInstant());
  }

  private static void comparison(
      NativeClass type, String name, String description, Verdict verdict) {
    type.define(
        "boolean " + name + "(object other)",
        description,
        (in, self, other) ->
            Bool.of(verdict.of(time(self).toInstant().compareTo(other(other).toInstant()))));
  }

  private static void texts(NativeClass type) {
    type.define("string iso()", "ISO 8601.", (in, self) -> Str.of(DateText.iso(time(self))))
        .define(
            "string rfc1123()",
            "As HTTP writes it.",
            (in, self) -> Str.of(format(time(self), RFC1123, "en")))
        .define(
            "boolean isLeapYear()",
            "A year of 366 days?",
            (in, self) -> Bool.of(time(self).toLocalDate().isLeapYear()));
  }
}
