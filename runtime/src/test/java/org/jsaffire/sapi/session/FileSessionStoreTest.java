package org.jsaffire.sapi.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSessionStoreTest {
  /** A clock that the test sets. */
  private static final class SetClock extends Clock {
    private long millis = Instant.parse("2024-02-29T12:30:45Z").toEpochMilli();

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }
  }

  private static final long LIFETIME = 1000;

  @TempDir Path temporary;
  private final SetClock clock = new SetClock();
  private FileSessionStore store;

  @BeforeEach
  void makeStore() {
    store = new FileSessionStore(null, temporary, LIFETIME, clock);
  }

  @AfterEach
  void stopStore() throws IOException {
    store.stop();
  }

  private String stored(String data) throws IOException {
    try (SessionStore.Held session = store.create()) {
      session.write(data);
      return session.id();
    }
  }

  private String read(String id) throws IOException {
    try (SessionStore.Held session = store.open(id)) {
      return session == null ? null : session.data();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(temporary)) {
      return all.filter(Files::isRegularFile).filter(f -> !f.endsWith(".locks")).toList();
    }
  }

  @Test
  void dataIsThereForTheNextRequest() throws IOException {
    String id = stored("first \u00fc\n");
    try (SessionStore.Held session = store.open(id)) {
      assertEquals("first \u00fc\n", session.data());
      session.write("second");
    }
    assertEquals("second", read(id));
    assertEquals(1, files().size());
  }

  @Test
  void idsAreNeverTheSame() throws IOException {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      String id = stored("");
      assertTrue(SessionIds.isValid(id));
      assertTrue(ids.add(id));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789abcdef0123456789abcdef",
        "../../../../etc/passwd",
        "0123456789ABCDEF0123456789ABCDEF",
        "0123456789abcdef0123456789abcde/"
      })
  void unknownIdsOpenNothing(String id) throws IOException {
    assertNull(store.open(id));
    assertEquals(List.of(), files());
  }

  @Test
  void aSessionLivesAsLongAsItIsUsed() throws IOException {
    String id = stored("data");
    for (int i = 0; i < 5; i++) {
      clock.millis += LIFETIME;
      assertEquals("data", read(id));
    }
    clock.millis += LIFETIME + 1;
    assertNull(read(id));
    assertEquals(List.of(), files());
  }

  @Test
  void aChangedIdLeavesTheOldOneUnknown() throws IOException {
    String old = stored("data");
    String fresh;
    try (SessionStore.Held session = store.open(old)) {
      session.changeId();
      fresh = session.id();
      session.write("more");
    }
    assertNotEquals(old, fresh);
    assertNull(read(old));
    assertEquals("more", read(fresh));
  }

  @Test
  void removedSessionsAreGone() throws IOException {
    String id = stored("data");
    try (SessionStore.Held session = store.open(id)) {
      session.remove();
    }
    assertNull(read(id));
    assertEquals(List.of(), files());
  }

  @Test
  void requestsOfOneSessionComeOneAfterTheOther() throws Exception {
    String id = stored("0");
    FileSessionStore other = new FileSessionStore(null, temporary, LIFETIME, clock);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        FileSessionStore used = i % 2 == 0 ? store : other;
        done.add(threads.submit(() -> count(used, id)));
      }
      for (Future<?> each : done) {
        each.get();
      }
    } finally {
      threads.shutdown();
      other.stop();
    }
    assertEquals("200", read(id));
  }

  private static Void count(FileSessionStore store, String id) throws IOException {
    for (int i = 0; i < 25; i++) {
      try (SessionStore.Held session = store.open(id)) {
        session.write(Integer.toString(Integer.parseInt(session.data()) + 1));
      }
    }
    return null;
  }

  @Test
  void filesAreForTheirOwnerAlone() throws IOException {
    stored("data");
    Path file = files().get(0);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    for (Path place = file.getParent(); !place.equals(temporary); place = place.getParent()) {
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
    }
  }

  @Test
  void aDirectoryThatOthersCanReadIsNotUsed() throws IOException {
    stored("data");
    Path own = temporary.resolve(temporary.relativize(files().get(0)).getName(0));
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-x---"));
    FileSessionStore next = new FileSessionStore(null, temporary, LIFETIME, clock);
    assertThrows(IOException.class, next::create);
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
    try (SessionStore.Held session = next.create()) {
      assertNotNull(session);
    }
    next.stop();
  }

  @Test
  void cleaningRemovesOldSessionsAlone() throws IOException {
    String old = stored("old");
    clock.millis += LIFETIME / 2 + 1;
    String young = stored("young");
    clock.millis += LIFETIME / 2;
    store.clean(Integer.parseInt(old.substring(0, 2), 16));
    store.clean(Integer.parseInt(young.substring(0, 2), 16));
    assertEquals(1, files().size());
    assertFalse(files().get(0).endsWith(old));
    assertEquals("young", read(young));
  }
}
