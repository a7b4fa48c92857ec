package org.jsaffire.sapi.session;

import java.io.IOException;

/**
 * Keeps the data of sessions between requests. Shared by all requests of a process; safe for use by
 * several threads. At any time one request at most holds a session: others that open it wait.
 */
public interface SessionStore {
  /** A session in the hands of one request. Used by one thread, and closed by it. */
  interface Held extends AutoCloseable {
    /** The id, which the client has in its cookie. */
    String id();

    /** What was written last; empty for a new session. */
    String data();

    /**
     * Replaces the data.
     *
     * @param data any text
     */
    void write(String data) throws IOException;

    /** Gives the session a fresh id; the old one is unknown from now on. */
    void changeId() throws IOException;

    /** Forgets the session. The id is unknown from now on. */
    void remove() throws IOException;

    /** Lets others have the session, which counts as used now. */
    @Override
    void close() throws IOException;
  }

  /**
   * Opens a session, waiting for other requests that hold it.
   *
   * @param id as the client sent it, any text
   * @return null when there is none of that id, or it has been unused for longer than its lifetime
   * @throws IOException the store cannot be used, or the session was held for too long by others
   */
  Held open(String id) throws IOException;

  /** Makes a session with a fresh id. */
  Held create() throws IOException;

  /** The store sends the cookie with the id itself, as servlet containers do. */
  default boolean sendsCookie() {
    return false;
  }
}
