package org.jsaffire.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsaffire.object.Attributes;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.DoubleValue;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.JsonWriter;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Operator;
import org.jsaffire.object.Operators;
import org.jsaffire.object.Ordering;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Str;
import org.jsaffire.object.TestInvoker;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.Host;
import org.jsaffire.sapi.Sapi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatetimeModuleTest {
  private static final String[] PLACEHOLDERS =
      ("%a %A %b %B %c %C %d %D %e %F %g %G %h %H %I %j %k %l %m %M %p %P %r %R %s %S %T %u %U %V"
              + " %w %W %x %X %y %Y %z %:z %Z")
          .split(" ", -1);

  private final TestInvoker in = new TestInvoker();
  private final ClassObject datetime = Modules.find("\\saffire\\datetime", Sapi.CLI);

  @BeforeEach
  void stopTheClock() {
    setClock("Europe/Amsterdam");
  }

  private void setClock(String zone) {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(1709206245, 123456789), ZoneId.of(zone));
    in.provide(
        Host.class,
        new Host(
            InputStream.nullInputStream(),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream(),
            Map.of(),
            clock,
            Path.of("")));
  }

  private static Value s(String text) {
    return Str.of(text);
  }

  private static Value n(String number) {
    return number.contains(".")
        ? DoubleValue.of(new BigDecimal(number))
        : Numerical.of(new BigInteger(number));
  }

  private Value parse(String text) {
    return in.send(datetime, "parse", s(text));
  }

  private String iso(Value time) {
    return in.text(time, "iso");
  }

  private static String refusal(Executable action) {
    return assertThrows(ScriptException.class, action).getMessage();
  }

  @Test
  void placeholdersAreThoseOfTheLibrary() throws IOException {
    List<String> rows;
    try (InputStream table = DatetimeModuleTest.class.getResourceAsStream("strftime.csv")) {
      rows = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
    assertEquals(89, rows.size());
    for (String row : rows) {
      String[] columns = row.split(";", -1);
      Value time = in.send(in.send(datetime, "fromEpoch", n(columns[1])), "toZone", s(columns[0]));
      for (int i = 0; i < PLACEHOLDERS.length; i++) {
        assertEquals(
            columns[i + 2],
            in.text(time, "format", s(PLACEHOLDERS[i])),
            columns[0] + " " + columns[1] + " " + PLACEHOLDERS[i]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"\", \"\"",
        "d-M-Y, d-M-Y",
        "%n%t%%, \"\n\t%\"",
        "%N, 123456789",
        "%Q%é%, %Q%é%",
        "%:y %:, %:y %:",
        "100%%Y, 100%Y",
      })
  void otherTextStays(String pattern, String expected) {
    assertEquals(expected, in.text(in.send(datetime, "now"), "format", s(pattern)));
  }

  @Test
  void nowIsTheTimeOfTheClock() {
    Value now = in.send(datetime, "now");
    assertEquals("1709206245", in.text(now, "epoch"));
    assertEquals("2024-02-29T12:30:45.123456789+01:00", iso(now));
    assertEquals(iso(now), in.text(now, "__string"));
    assertEquals("123", in.text(now, "milli"));
    assertEquals("Thu, 29 Feb 2024 11:30:45 GMT", in.text(now, "rfc1123"));
    assertEquals("Thursday, 29-Feb-2024 11:30:45 GMT", formatted(now, "COOKIE"));
    assertEquals("2024-02-29T12:30:45+01:00", formatted(now, "RFC3339"));
    assertEquals("2024-02-29T12:30:45+01:00", formatted(now, "ISO8601"));
    assertEquals("2024-02-29 12:30:45", formatted(now, "SQL"));
    assertEquals("Thu, 29 Feb 2024 11:30:45 GMT", formatted(now, "RFC1123"));
    assertEquals("2024-02-29T11:30:45+00:00", formatted(in.send(now, "toUtc"), "ISO8601"));
  }

  private String formatted(Value time, String constant) {
    return in.text(time, "format", Attributes.get(datetime, constant, null));
  }

  @Test
  void namesFollowTheLocale() {
    Value now = in.send(datetime, "now");
    assertEquals("donderdag 29 februari", in.text(now, "format", s("%A %e %B"), s("nl_NL")));
    assertEquals("jeudi février", in.text(now, "format", s("%A %B"), s("fr-FR.UTF-8")));
    assertEquals("Thursday", in.text(now, "format", s("%A"), s("C")));
  }

  @Test
  void fieldsAreLocal() {
    Value time = parse("2024-12-31T23:05:06.789+02:00");
    StringBuilder fields = new StringBuilder();
    for (String field : "year month day hour minute second milli weekday yearday".split(" ", -1)) {
      fields.append(in.text(time, field)).append(' ');
    }
    assertEquals("2024 12 31 23 5 6 789 2 366 ", fields.toString());
    assertSame(Bool.TRUE, in.send(time, "isLeapYear"));
    assertSame(Bool.FALSE, in.send(parse("1900-01-01"), "isLeapYear"));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29, 2024-02-29T00:00:00+01:00",
    "2024-07-01 12:30, 2024-07-01T12:30:00+02:00",
    "2024-07-01T12:30:45, 2024-07-01T12:30:45+02:00",
    "2024-07-01T12:30:45.5, 2024-07-01T12:30:45.500+02:00",
    "2024-07-01T12:30:45.1234, 2024-07-01T12:30:45.123400+02:00",
    "2024-07-01T12:30:45.123456789Z, 2024-07-01T12:30:45.123456789Z",
    "2024-07-01T12:30Z, 2024-07-01T12:30:00Z",
    "2024-07-01T12:30+05, 2024-07-01T12:30:00+05:00",
    "2024-07-01T12:30-0530, 2024-07-01T12:30:00-05:30",
    "2024-07-01T12:30+05:45, 2024-07-01T12:30:00+05:45",
    "2024-07-01T12:30-00:00, 2024-07-01T12:30:00Z",
    "2024-07-01Z, 2024-07-01T00:00:00Z",
    "0001-01-01Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
    "2024-03-31T02:30, 2024-03-31T03:30:00+02:00",
    "2024-10-27T02:30, 2024-10-27T02:30:00+02:00",
  })
  void isoTextsAreRead(String text, String expected) {
    assertEquals(expected, iso(parse(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2024",
        "2024-2-9",
        "2023-02-29",
        "2024-13-01",
        "2024-00-01",
        "2024-01-32",
        "2024-01-01T",
        "2024-01-01  12:30",
        "2024-01-01T24:00",
        "2024-01-01T12:60",
        "2024-01-01T12:30:60",
        "2024-01-01T12:30:45.",
        "2024-01-01T12:30:45.1234567890",
        "2024-01-01T12:30+25:00",
        "2024-01-01T12:30+05:60",
        "2024-01-01T12:30+5",
        "2024-01-01T12:30z",
        " 2024-01-01",
        "2024-01-01 ",
        "12024-01-01",
        "٢٠٢٤-01-01",
      })
  void otherTextsAreRefused(String text) {
    assertEquals("argumentException: Cannot parse date '" + text + "'", refusal(() -> parse(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "29.02.2024, %d.%m.%Y, 2024-02-29T00:00:00+01:00",
    "20240229, %Y%m%d, 2024-02-29T00:00:00+01:00",
    "'Thu Feb 29 12:30:45 2024', '%a %b %e %H:%M:%S %Y', 2024-02-29T12:30:45+01:00",
    "'Thu Feb  9 12:30:45 2023', '%a %b %e %H:%M:%S %Y', 2023-02-09T12:30:45+01:00",
    "'thursday FEBRUARY 29  2024', '%A %B %d %Y', 2024-02-29T00:00:00+01:00",
    "68-1-2, %y-%m-%d, 2068-01-02T00:00:00+01:00",
    "69-1-2, %y-%m-%d, 1969-01-02T00:00:00+01:00",
    "2024-366, %Y-%j, 2024-12-31T00:00:00+01:00",
    "12:30 AM, '%I:%M %p', 1970-01-01T00:30:00+01:00",
    "12:30 pm, '%I:%M %p', 1970-01-01T12:30:00+01:00",
    "' 9:05 PM', '%l:%M %p', 1970-01-01T21:05:00+01:00",
    "11:30, %I:%M, 1970-01-01T11:30:00+01:00",
    "' 7h', %kh, 1970-01-01T07:00:00+01:00",
    "1709206245, %s, 2024-02-29T12:30:45+01:00",
    "-1, %s, 1970-01-01T00:59:59+01:00",
    "'1709206245 Z', '%s %z', 2024-02-29T11:30:45Z",
    "2024-02-29T12:30:45+0530, %FT%T%z, 2024-02-29T12:30:45+05:30",
    "'2024-02-29 12:30 America/New_York', '%F %R %Z', 2024-02-29T12:30:00-05:00",
    "'2024-02-29 12:30 UTC', '%F %R %Z', 2024-02-29T12:30:00Z",
    "'2024-02-29 12:30 -03:00', '%F %R %Z', 2024-02-29T12:30:00-03:00",
    "02/29/24, %D, 2024-02-29T00:00:00+01:00",
    "100% 2024, 100%% %Y, 2024-01-01T00:00:00+01:00",
    "%q2024, %q%Y, 2024-01-01T00:00:00+01:00",
    "2024x, %Y%nx, 2024-01-01T00:00:00+01:00",
    "2024, %Y%t, 2024-01-01T00:00:00+01:00",
  })
  void patternsAreFollowed(String text, String pattern, String expected) {
    assertEquals(expected, iso(in.send(datetime, "parse", s(text), s(pattern))));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-02-29, %F",
    "2023-366, %Y-%j",
    "2024-02-29x, %F",
    "2024-02, %F",
    "13:00, %I:%M",
    "0:30 AM, '%I:%M %p'",
    "25:00, %H:%M",
    "12:61, %H:%M",
    "12:30 xm, '%H:%M %p'",
    "Foo, %b",
    "Foo, %a",
    "Mars/Phobos, %Z",
    "0530, %z",
    "x, %s",
    "999999999999999999, %s",
    "9999999999999999999, %s",
    "'', %Y",
    "2024, ' %Y x'",
    "2024, x%Y",
  })
  void misfitsAreRefused(String text, String pattern) {
    assertEquals(
        "argumentException: Cannot parse date '" + text + "'",
        refusal(() -> in.send(datetime, "parse", s(text), s(pattern))));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T01:00:00+01:00",
    "1.5, 1970-01-01T01:00:01.500+01:00",
    "-0.25, 1970-01-01T00:59:59.750+01:00",
    "1709206245.123456789987, 2024-02-29T12:30:45.123456789+01:00",
    "253402300800, 10000-01-01T01:00:00+01:00",
  })
  void epochsKeepTheirFraction(String seconds, String expected) {
    Value time = in.send(datetime, "fromEpoch", n(seconds));
    assertEquals(expected, iso(time));
    assertEquals(
        new BigDecimal(seconds).setScale(0, java.math.RoundingMode.FLOOR).toPlainString(),
        in.text(time, "epoch"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31556889864403200", "99999999999999999999", "-99999999999999999999.5"})
  void epochsHaveARange(String seconds) {
    assertEquals(
        "argumentException: Date out of range",
        refusal(() -> in.send(datetime, "fromEpoch", n(seconds))));
  }

  private Value[] fields(String texts) {
    List<Value> fields = new ArrayList<>();
    for (String text : texts.split(" ", -1)) {
      fields.add(text.matches("-?\\d+") ? n(text) : s(text));
    }
    return fields.toArray(Value[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "2024 2 29, 2024-02-29T00:00:00+01:00",
    "2024 7 1 12, 2024-07-01T12:00:00+02:00",
    "2024 7 1 12 30 45 America/New_York, 2024-07-01T12:30:45-04:00",
    "2024 7 1 0 0 0 UTC, 2024-07-01T00:00:00Z",
    "2024 7 1 0 0 0 -02:30, 2024-07-01T00:00:00-02:30",
    "2024 3 31 2 30, 2024-03-31T03:30:00+02:00",
    "2024 10 27 2 30, 2024-10-27T02:30:00+02:00",
    "-5 1 1 0 0 0 UTC, -0005-01-01T00:00:00Z",
  })
  void datesAreMadeOfFields(String fields, String expected) {
    assertEquals(expected, iso(in.send(datetime, "of", fields(fields))));
  }

  @ParameterizedTest
  @CsvSource({
    "2023 2 29, 2023-02-29 00:00:00",
    "2024 13 1, 2024-13-01 00:00:00",
    "2024 1 0 1 2 3, 2024-01-00 01:02:03",
    "2024 1 1 24, 2024-01-01 24:00:00",
    "2024 1 1 0 60, 2024-01-01 00:60:00",
    "2024 1 1 0 0 -1, 2024-01-01 00:00:-1",
    "99999999999999999999 1 1, 99999999999999999999-01-01 00:00:00",
    "5 1 99, 0005-01-99 00:00:00",
  })
  void fieldsThatAreNoDateAreRefused(String fields, String shown) {
    assertEquals(
        "argumentException: Invalid date " + shown,
        refusal(() -> in.send(datetime, "of", fields(fields))));
  }

  @Test
  void zonesChangeTheWallClockOnly() {
    Value time = parse("2024-02-29T12:30:45Z");
    assertEquals("UTC", in.text(time, "zone"));
    Value tokyo = in.send(time, "toZone", s("Asia/Tokyo"));
    assertEquals("2024-02-29T21:30:45+09:00", iso(tokyo));
    assertEquals("Asia/Tokyo", in.text(tokyo, "zone"));
    assertEquals("2024-02-29T12:30:45Z", iso(in.send(tokyo, "toUtc")));
    assertEquals("+01:00", in.text(parse("2024-01-01T00:00+01"), "zone"));
    assertEquals("UTC", in.text(parse("2024-01-01T00:00+00:00"), "zone"));
    assertEquals("UTC", in.text(in.send(time, "toZone", s("+00:00")), "zone"));
    assertEquals("Europe/Amsterdam", in.text(in.send(datetime, "now"), "zone"));
    assertEquals("+01:00", in.text(parse("2024-01-01T00:00+01"), "format", s("%Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "Mars/Phobos",
        "europe/amsterdam",
        "+1",
        "UTC+1",
        "+19:00",
        "+01:60",
        "GMT0x"
      })
  void unknownZonesAreRefused(String zone) {
    assertEquals(
        "argumentException: Unknown time zone '"
            + zone
            + "', use a name such as Europe/Amsterdam, UTC or an offset such as +02:00",
        refusal(() -> in.send(in.send(datetime, "now"), "toZone", s(zone))));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-31T10:00, 1, month, 2024-02-29T10:00:00+01:00",
    "2024-02-29T10:00, 1, year, 2025-02-28T10:00:00+01:00",
    "2024-02-29T10:00, -4, year, 2020-02-29T10:00:00+01:00",
    "2024-03-30T12:00, 1, day, 2024-03-31T12:00:00+02:00",
    "2024-03-30T12:00, 24, hour, 2024-03-31T13:00:00+02:00",
    "2024-03-30T02:30, 1, day, 2024-03-31T03:30:00+02:00",
    "2024-10-26T02:30, 1, day, 2024-10-27T02:30:00+02:00",
    "2024-10-28T02:30, -1, day, 2024-10-27T02:30:00+02:00",
    "2024-10-27T02:30, 1, hour, 2024-10-27T02:30:00+01:00",
    "2024-10-27T02:30, 60, minute, 2024-10-27T02:30:00+01:00",
    "2024-10-27T02:30, 3600, second, 2024-10-27T02:30:00+01:00",
    "2024-02-28T12:00, 1, week, 2024-03-06T12:00:00+01:00",
    "2024-02-28T12:00:00.5, 0, month, 2024-02-28T12:00:00.500+01:00",
  })
  void unitsAreAdded(String time, String count, String unit, String expected) {
    assertEquals(expected, iso(in.send(parse(time), "add", n(count), s(unit))));
    Numerical negated = ((Numerical) n(count)).negate();
    assertEquals(expected, iso(in.send(parse(time), "sub", negated, s(unit))));
  }

  @Test
  void arithmeticHasARange() {
    Value now = in.send(datetime, "now");
    for (String unit : "second minute hour day week month year".split(" ", -1)) {
      for (String count : new String[] {"9223372036854775807", "99999999999999999999"}) {
        assertEquals(
            "argumentException: Date out of range",
            refusal(() -> in.send(now, "add", n(count), s(unit))));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "second, 2024-02-28T12:34:56+01:00",
    "minute, 2024-02-28T12:34:00+01:00",
    "hour, 2024-02-28T12:00:00+01:00",
    "day, 2024-02-28T00:00:00+01:00",
    "week, 2024-02-26T00:00:00+01:00",
    "month, 2024-02-01T00:00:00+01:00",
    "year, 2024-01-01T00:00:00+01:00",
  })
  void unitsBegin(String unit, String expected) {
    assertEquals(expected, iso(in.send(parse("2024-02-28T12:34:56.789"), "startOf", s(unit))));
  }

  @Test
  void beginningsKeepTheirSideOfAClockChange() {
    Value late = in.send(parse("2024-10-27T02:30"), "add", n("1"), s("hour"));
    assertEquals("2024-10-27T02:00:00+01:00", iso(in.send(late, "startOf", s("hour"))));
    assertEquals("2024-10-27T00:00:00+02:00", iso(in.send(late, "startOf", s("day"))));
    Value sunday = parse("2024-03-03T00:00");
    assertEquals("2024-02-26T00:00:00+01:00", iso(in.send(sunday, "startOf", s("week"))));
    setClock("America/Sao_Paulo");
    Value skipped = parse("2017-10-15T12:00");
    assertEquals("2017-10-15T01:00:00-02:00", iso(in.send(skipped, "startOf", s("day"))));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-28T12:00, 2024-02-29T11:59:59, second, 86399",
    "2024-02-28T12:00, 2024-02-29T11:59:59, minute, 1439",
    "2024-02-28T12:00, 2024-02-29T11:59:59, hour, 23",
    "2024-02-28T12:00, 2024-02-29T11:59:59, day, 0",
    "2024-02-28T12:00, 2024-02-29T12:00, day, 1",
    "2024-02-29T12:00, 2024-02-28T12:00:01, day, 0",
    "2024-02-29T12:00, 2024-02-27T12:00, day, -2",
    "2024-02-29T12:00:00.5, 2024-02-29T12:00:02, second, 1",
    "2024-02-29T12:00:02, 2024-02-29T12:00:00.5, second, -1",
    "2024-03-30T12:00, 2024-03-31T12:00, hour, 23",
    "2024-03-30T12:00, 2024-03-31T12:00, day, 1",
    "2024-01-01, 2024-01-14, week, 1",
    "2024-01-31, 2024-02-29, month, 0",
    "2024-01-31, 2024-03-31, month, 2",
    "2024-02-29, 2025-02-28, year, 0",
    "2024-02-29, 2025-03-01, year, 1",
    "2024-01-01T00:30, 2023-12-31T23:30Z, day, 0",
    "2024-01-01T00:30, 2024-01-02T00:00Z, day, 1",
  })
  void differencesAreWholeUnits(String from, String to, String unit, String expected) {
    assertEquals(expected, in.text(parse(from), "diff", parse(to), s(unit)));
  }

  @Test
  void instantsAreCompared() {
    Value a = parse("2024-02-29T12:00Z");
    Value same = parse("2024-02-29T13:00+01:00");
    Value later = parse("2024-02-29T12:00:00.001Z");
    assertEquals(true, Operators.isEqual(in, a, same));
    assertEquals(false, Operators.isUnequal(in, a, same));
    assertEquals(true, Operators.isUnequal(in, a, later));
    assertEquals(true, Operators.compare(in, Operator.LT, a, later));
    assertEquals(false, Operators.compare(in, Operator.LT, a, same));
    assertEquals(true, Operators.compare(in, Operator.LE, a, same));
    assertEquals(true, Operators.compare(in, Operator.GE, a, same));
    assertEquals(false, Operators.compare(in, Operator.GT, a, later));
    assertSame(Bool.TRUE, in.send(a, "isBefore", later));
    assertSame(Bool.TRUE, in.send(later, "isAfter", same));
    assertEquals(-1, Ordering.compare(in, a, later));
    assertEquals("0", in.text(a, "diff", later));
    assertEquals(false, Operators.isEqual(in, a, NullValue.NULL));
    assertEquals(
        "typeException: 'datetime' and 'numerical' cannot be coerced.",
        refusal(() -> Operators.isEqual(in, a, n("5"))));
    assertEquals(
        "argumentException: Error while parsing argument list: wanted a datetime, but got a string",
        refusal(() -> in.send(a, "isBefore", s("2024"))));
    assertEquals(
        "argumentException: Error while parsing argument list: wanted a datetime, but got a math",
        refusal(() -> in.send(a, "diff", Modules.find("\\saffire\\math", Sapi.CLI))));
  }

  @Test
  void equalInstantsAreOneHashKey() {
    HashObject hash = new HashObject();
    hash.put(in, parse("2024-02-29T12:00Z"), n("1"));
    hash.put(in, parse("2024-02-29T13:00+01:00"), n("2"));
    hash.put(in, parse("2024-02-29T13:00Z"), n("3"));
    assertEquals(2, hash.size());
    assertEquals(n("2"), hash.get(in, parse("2024-02-29T12:00Z")));
  }

  @Test
  void unknownUnitsAreRefused() {
    Value now = in.send(datetime, "now");
    String message =
        "argumentException: Unknown unit 'days', use second, minute, hour, day, week, month or year";
    assertEquals(message, refusal(() -> in.send(now, "add", n("1"), s("days"))));
    assertEquals(message, refusal(() -> in.send(now, "startOf", s("days"))));
    assertEquals(message, refusal(() -> in.send(now, "diff", now, s("days"))));
  }

  @Test
  void objectsComeFromTheClassOnly() {
    assertEquals(
        "ooException: Cannot instantiate abstract class 'datetime'",
        refusal(() -> in.call(datetime)));
    Value now = in.send(datetime, "now");
    assertEquals("user", in.text(now, "__type"));
    assertEquals("datetime", in.text(now, "__name"));
    assertSame(datetime, now.type());
    assertSame(datetime, Modules.find("\\saffire\\datetime", Sapi.FASTCGI));
    assertEquals(
        "immutableException: Trying to modify immutable property on object 'datetime'",
        refusal(() -> Attributes.set(now, "p", Bool.TRUE, null)));
    Value copy = in.send(now, "__clone");
    assertNotEquals(in.send(now, "__id"), in.send(copy, "__id"));
    assertEquals(true, Operators.isEqual(in, now, copy));
    assertEquals(
        "[\"2024-02-29T12:30:45.123456789+01:00\"]", JsonWriter.text(in, ListObject.of(now), 0));
  }

  @Test
  void everythingIsListedInTheOrderOfTheReference() {
    ListObject names = (ListObject) in.send(datetime, "__methods");
    assertEquals(
        "now format epoch __string parse fromEpoch of year month day hour minute second milli"
            + " weekday yearday zone toZone toUtc add sub startOf diff isBefore isAfter __cmp_eq"
            + " __cmp_ne __cmp_lt __cmp_gt __cmp_le __cmp_ge __hash iso rfc1123 isLeapYear",
        String.join(" ", List.of(names.toArray()).stream().map(Value::toString).toList()));
    ListObject constants = (ListObject) in.send(datetime, "__constants");
    assertEquals(
        "RFC1123 ISO8601 RFC3339 COOKIE SQL",
        String.join(" ", List.of(constants.toArray()).stream().map(Value::toString).toList()));
  }
}
