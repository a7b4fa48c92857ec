package org.jsaffire.sapi.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionLocksTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";

  @TempDir Path directory;

  @Test
  void aHeldLockIsNotToBeHad() throws IOException {
    try (SessionLocks mine = new SessionLocks();
        SessionLocks others = new SessionLocks()) {
      mine.acquire(directory, ID, 0);
      assertThrows(IOException.class, () -> mine.acquire(directory, ID, 5));
      assertThrows(IOException.class, () -> others.acquire(directory, ID, 5));
      mine.acquire(directory, "1" + ID.substring(1), 0);
      assertEquals(2, mine.size());
      mine.release(ID);
      others.acquire(directory, ID, 0);
      others.release(ID);
      mine.release("1" + ID.substring(1));
      assertEquals(0, mine.size());
      assertEquals(0, others.size());
    }
  }
}
